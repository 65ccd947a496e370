"""newsroom.py PORT LINK ROUNDS: signs in by the one-time link and prints the milliseconds of each page and act; see newsroom.sh."""
import http.client, json, re, sys, time, urllib.parse, uuid

port, link, rounds = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
house = http.client.HTTPConnection("127.0.0.1", port)
cookies, proof, took = {}, "", {}


def ask(method, path, body=None, kind=None, name=None):
    """The answer's status, text and place; its time is kept under the name."""
    global proof
    headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items()), "Origin": f"http://127.0.0.1:{port}", "Accept-Language": "en"}
    if kind:
        headers["Content-Type"] = kind
    if kind == "application/json":
        headers["X-Form"] = proof
    began = time.perf_counter()
    house.request(method, path, body, headers)
    answer = house.getresponse()
    text = answer.read().decode("utf-8", "replace")
    if name:
        took.setdefault(name, []).append((time.perf_counter() - began) * 1000)
    for header, value in answer.getheaders():
        if header.lower() == "set-cookie":
            key, _, rest = value.partition("=")
            cookies[key] = rest.split(";")[0]
    if found := re.search(r'name="form"[^>]*value="([^"]+)"', text):
        proof = found[1]
    if answer.status >= 400:
        sys.exit(f"{method} {path}: {answer.status} {text[:300]}")
    return answer.status, text, answer.getheader("Location")


def page(path, name=None):
    return ask("GET", path, name=name)[1]


def act(path, fields, name):
    """A form that is sent; what follows it is one with the act: its time is counted with it."""
    body = urllib.parse.urlencode([("form", proof), *fields])
    status, text, place = ask("POST", path, body, "application/x-www-form-urlencoded", name)
    if status == 302:
        began = time.perf_counter()
        text = page(place)
        took[name][-1] += (time.perf_counter() - began) * 1000
    if refused := re.search(r'class="refusals"[^>]*>(.*?)</ul>', text, re.S):
        sys.exit(f"{name}: {re.sub('<[^>]+>', ' ', refused[1]).strip()}")
    return text, place


page(link)
act(link, [], "signing in by a link")
first = lambda text, pattern: re.search(pattern, text)[1]
published = first(page("/newsroom?state=published"), r'href="(/newsroom/stories/[0-9a-f-]{36})"')
topic = first(page("/newsroom/topics"), r'href="(/newsroom/topics/[0-9a-f-]{36})"')
author = first(page("/newsroom/authors"), r'href="(/newsroom/authors/[0-9a-f-]{36})"')
author_id = author[-36:]
section = first(page("/newsroom/sections"), r'href="/newsroom/sections/([0-9a-f-]{36})"')

pages = ["/newsroom", "/newsroom?state=published", "/newsroom?state=published&q=river", "/newsroom/find?q=water", "/newsroom/find?q=wat&handler=Answers", "/newsroom/pictures",
         "/newsroom/pictures?q=river", "/newsroom/planning", "/newsroom/planning?view=day", "/newsroom/sections", "/newsroom/places", "/newsroom/topics", topic, "/newsroom/authors", author,
         "/newsroom/redirects", "/newsroom/redirects?q=river", "/newsroom/deliveries", "/newsroom/journal", "/newsroom/settings", "/newsroom/staff", "/newsroom/spellings",
         "/newsroom/held-rates", "/newsroom/fronts/en", "/newsroom/fronts/en?q=river", published, published + "/revisions", published + "?handler=Stories&q=river", published + "?handler=Checks"]
for turn in range(rounds):
    for path in pages:
        page(path, "page " + re.sub(r"[0-9a-f-]{36}", "ID", path))
    page("/newsroom")
    text, story = act("/newsroom", [("language", "en")], "begin a story")
    state = json.loads(page(story + "?handler=State"))
    words = " ".join(["The river rose by a metre overnight."] * 60)
    key = str(uuid.uuid4())
    ask("POST", story + "?handler=Save", json.dumps({
        "key": key, "seen": [state["key"]], "headline": f"Measured in round {turn}", "deck": "What is known.",
        "body": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": words}]}]},
        "particulars": {"section": section, "bylines": [{"author": author_id, "role": "writer"}]}}), "application/json", "save the text")
    for handler, fields in [("Review", []), ("Claim", []), ("Return", [("note", "More of the river.")]), ("Ready", []), ("Schedule", [("at", "2030-01-01T10:00"), ("kind", "Publication")]),
                            ("TakeBack", []), ("Publish", [("kind", "Publication")])]:
        act(f"{story}?handler={handler}", fields, handler.lower() + " a story")
    old = f"/measured/{uuid.uuid4()}"
    page("/newsroom/redirects")
    act("/newsroom/redirects", [("from", old), ("to", "/rates")], "add a redirect")

print(f"{'median':>8} {'99 of 100':>10}   milliseconds, {rounds} rounds")
over = 0
for name, times in sorted(took.items(), key=lambda item: -sorted(item[1])[len(item[1]) // 2]):
    # The first answer of each kind also makes its code.
    times = sorted(times[1:] or times)
    middle, slow = times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)]
    over += middle > 100
    print(f"{middle:8.1f} {slow:10.1f}   {name}")
print(f"{over} of {len(took)} over 100 ms at the median")
