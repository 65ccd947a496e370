// Passkeys: the form marked data-passkey asks the server a question, the authenticator answers it, and the answer goes back
// with the form. Without this script the form stays hidden, and password and code are the way in.

const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), sign => sign.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The question as the browser wants it: what is base64url in JSON is bytes there. */
function question(json) {
  const named = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }));
  return {
    ...json,
    challenge: bytes(json.challenge),
    ...(json.user && { user: { ...json.user, id: bytes(json.user.id) } }),
    ...(json.allowCredentials && { allowCredentials: named(json.allowCredentials) }),
    ...(json.excludeCredentials && { excludeCredentials: named(json.excludeCredentials) }),
  };
}

/** The answer as the server wants it. Not toJSON: some passkey extensions of browsers lack it. */
function answer(credential) {
  const { response } = credential;
  const parts = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (response[part]) parts[part] = text(response[part]);
  if (response.getTransports) parts.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: parts,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function ask(form) {
  const said = await fetch(form.dataset.question, { method: "POST", headers: { "X-Form": form.elements.form.value } });
  if (!said.ok) throw new Error(String(said.status));
  const publicKey = question(await said.json());
  const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
  form.elements.credential.value = answer(credential);
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  const trouble = form.querySelector("[role=alert]");
  form.addEventListener("submit", event => {
    event.preventDefault();
    trouble.hidden = true;
    // Also when the person closes the authenticator's window: the page is as it was, and says so.
    ask(form).catch(() => { trouble.hidden = false; });
  });
}
