// What stands after # in the link never reaches the server by itself: it is put in the field and
// taken out of the address, so that it stays in no history.
(() => {
  const secret = window.location.hash.slice(1);
  const field = document.querySelector("input[name=secret]");
  if (!secret || !field) return;

  field.value = secret;
  window.history.replaceState(null, "", window.location.pathname);
  document.querySelector("input[name=code]").focus();
})();
