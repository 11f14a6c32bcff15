"""Addresses of trials, consultations, training and funding."""

from django.urls import path

from varjebarn.web.county.support import training, trials

urlpatterns = [
    path("tester/", trials.trials, name="trials"),
    path("tester/nytt/", trials.plan, name="plan_trial"),
    path("tester/<uuid:trial>/", trials.trial, name="trial"),
    path("tester/<uuid:trial>/beratta/", trials.report, name="report_trial"),
    path("tester/<uuid:trial>/verktyg/", trials.rate, name="rate_tool"),
    path("remisser/", trials.consultations, name="consultations"),
    path("remisser/ny/", trials.send, name="send_consultation"),
    path("remisser/<uuid:consultation>/", trials.consultation, name="consultation"),
    path("remisser/svara/<uuid:asked>/", trials.answer, name="answer_consultation"),
    path("utbildning/", training.training, name="training"),
    path("utbildning/ny/", training.plan, name="plan_training"),
    path("utbildning/behov/", training.need, name="state_need"),
    path("utbildning/<uuid:session>/antal/", training.count, name="count_trained"),
    path("utbildning/risker/ny/", training.note_risk, name="note_risk"),
    path("utbildning/risker/<uuid:risk>/atgardad/", training.end_risk, name="end_risk"),
    path("finansiering/", training.funding, name="funding"),
    path("finansiering/ny/", training.register_funding, name="register_funding"),
]
