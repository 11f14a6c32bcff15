"""What the people of Alva's story say, and the names of those they say it to."""

from datetime import date, timedelta

SCHOOL = "Skola, Växjö kommun"
MEDICAL = "Elevhälsans medicinska insats, Växjö kommun"
SOCIAL = "Socialtjänst barn och unga, Växjö kommun"
POLICE = "Lokalpolisområde Växjö, Polismyndigheten"

CRIES = "Gråter när klassen ska ut på rast."
ALONE = "Säger att ingen vill leka med henne."
READS = "Läser gärna högt för de yngre."
ANSWER_TO_TOR = "Bra att du sade till. Vi frågar Karin och Alva om vi får göra en plan med fler."

SCARED = "Det springer så många där ute."
WANTS_FRIEND = "Jag vill ha en kompis med mig ut."
LIKES_READING = "Jag kan läsa för ettorna."

BELLY = "Ont i magen de morgnar hon ska till skolan."
NURSES_OFFER = "Alva kan komma till mig på måndagar."

WHY = "Alva har det svårt på rasterna, och vi vill att hon ska känna sig trygg där."
CALM, FRIENDS = "Alva går ut på rast utan att vara rädd", "Alva har någon att leka med"
WALK, TALKS, SUPPORT = (
    "Gå med Alva ut när rasten börjar",
    "Samtal om magontet på måndagar",
    "Föräldragrupp för Karin",
)
BEGUN = "Karin var på den första träffen."
MORE = "Alva går ofta före Tor ut nu."
CAME_OF_IT = "Du ville ha någon med dig ut. Därför går Tor med dig varje rast."


def ahead(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()
