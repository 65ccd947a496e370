"""suggest.py PORT LINK ROUNDS PID: publishes stories like one that is there and prints when each page suggests them; see suggest.sh."""
import http.client, json, re, sys, threading, time, urllib.parse, urllib.request, uuid

port, link, rounds, pid = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
house = http.client.HTTPConnection("127.0.0.1", port)
cookies, proof = {}, ""


def ask(method, path, body=None, kind=None):
    global proof
    headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items()), "Origin": f"http://127.0.0.1:{port}", "Accept-Language": "en"}
    if kind:
        headers["Content-Type"] = kind
    if kind == "application/json":
        headers["X-Form"] = proof
    house.request(method, path, body, headers)
    answer = house.getresponse()
    text = answer.read().decode("utf-8", "replace")
    for header, value in answer.getheaders():
        if header.lower() == "set-cookie":
            key, _, rest = value.partition("=")
            cookies[key] = rest.split(";")[0]
    if found := re.search(r'name="form"[^>]*value="([^"]+)"', text):
        proof = found[1]
    if answer.status >= 400 or "class=\"refusals\"" in text:
        sys.exit(f"{method} {path}: {answer.status} {re.sub('<[^>]+>', ' ', text)[:600]}")
    return text, answer.getheader("Location")


def page(path):
    return ask("GET", path)[0]


def act(path, fields):
    return ask("POST", path, urllib.parse.urlencode([("form", proof), *fields]), "application/x-www-form-urlencoded")[1]


def resident():
    return next(int(line.split()[1]) // 1024 for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))


def read(path):
    """What a reader gets, and after how many milliseconds."""
    began = time.perf_counter()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{urllib.parse.quote(path, safe='/%')}", timeout=60) as answer:
        text = answer.read().decode()
    return text, (time.perf_counter() - began) * 1000


first = lambda text, pattern: re.search(pattern, text)[1]
page(link)
act(link, [])
page("/newsroom")
author = first(page("/newsroom/authors"), r'href="/newsroom/authors/([0-9a-f-]{36})"')
section = first(page("/newsroom/sections"), r'href="/newsroom/sections/([0-9a-f-]{36})"')
olds = re.findall(r'href="/newsroom/stories/([0-9a-f-]{36})"', page("/newsroom?state=published"))
print(f"resident before the first publication: {resident()} MB")
slowest, ended = [], threading.Event()


def readers(paths):
    """A reader who goes on reading: were there a pause, one of these would have it."""
    while not ended.is_set():
        for path in paths:
            slowest.append(read(path)[1])
            time.sleep(.01)


paths = []
for old in olds[:8]:
    found = re.search(r'<a href="([^"]+)">on the site', page(f"/newsroom/stories/{old}"), re.I) or re.search(r'class="stage"[^>]*>.*?<a href="([^"]+)"', page(f"/newsroom/stories/{old}"), re.S)
    paths.append(found[1])
threading.Thread(target=readers, args=(paths[4:],), daemon=True).start()
for turn in range(rounds):
    old = paths[turn % 4]
    text = read(old)[0]
    words = " ".join(re.sub("<[^>]+>", " ", text.split('<div class="body">')[1].split("</article>")[0]).split()[:400])
    headline = re.sub("<[^>]+>", "", first(text, r"<h1>(.*?)</h1>"))
    page("/newsroom")
    story = act("/newsroom", [("language", "en")])
    state = json.loads(page(story + "?handler=State"))
    ask("POST", story + "?handler=Save", json.dumps({
        "key": str(uuid.uuid4()), "seen": [state["key"]], "headline": f"{headline} ({uuid.uuid4().hex[:6]})", "deck": "What is known.",
        "body": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": words}]}]},
        "particulars": {"section": section, "bylines": [{"author": author, "role": "writer"}]}}), "application/json")
    before = read(old)[0]
    began = time.perf_counter()
    act(f"{story}?handler=Publish", [("kind", "Publication")])
    answered = (time.perf_counter() - began) * 1000
    path = own = neighbour = None
    while (own is None or neighbour is None) and time.perf_counter() - began < 60:
        if path is None and (found := re.search(r'class="stage"[^>]*>[^<]*<a href="([^"]+)"', page(story))):
            path = found[1]
        if path and own is None and 'class="block more"' in read(path)[0]:
            own = (time.perf_counter() - began) * 1000
        if path and neighbour is None and f'href="{path}"' in read(old)[0].split('class="block more"')[-1]:
            neighbour = (time.perf_counter() - began) * 1000
    told = lambda ms: "never within a minute" if ms is None else f"{ms:.0f} ms"
    print(f"publication {turn + 1}: answered after {answered:.0f} ms; its own page suggests after {told(own)}, the page of its neighbour after {told(neighbour)}")
ended.set()
slowest.sort()
print(f"readers meanwhile: {len(slowest)} pages, median {slowest[len(slowest) // 2]:.1f} ms, 99 of 100 {slowest[len(slowest) * 99 // 100]:.1f} ms, slowest {slowest[-1]:.1f} ms")
print(f"resident after: {resident()} MB")
