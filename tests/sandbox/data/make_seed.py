#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sandbox's seed documents from issues-*.txt: make_seed.py (writes beside itself).

A line of issues-*.txt is: type | status | priority | assignee | labels | parent | summary |
one or two sentences of description. `parent` is the number of an earlier issue of the project.
Everything else (times, comments, work logs, richer descriptions) follows from the position of the
line, so that two runs give the same files.
"""
import json
import pathlib
import random
import uuid

HERE = pathlib.Path(__file__).parent
DAY = 24 * 60

PEOPLE = [("ada", "Ada Lindqvist", False), ("ben", "Ben Okafor", False),
          ("chloe", "Chloé Martin", False), ("deepa", "Deepa Raman", False),
          ("emil", "Emil Novák", True), ("farah", "Farah Haddad", True),
          ("grace", "Grace Kim", False), ("henrik", "Henrik Sørensen", False)]

PROJECTS = [
    {"key": "WEB", "name": "Web Store", "lead": "ada", "roles": {"ada": "admin"},
     "components": ["Catalogue", "Checkout", "Search"],
     "description": "The shop at northwind.example: catalogue, cart, checkout."},
    {"key": "MOB", "name": "Mobile App", "lead": "chloe", "roles": {"chloe": "admin"},
     "components": ["Android", "iOS"],
     "description": "The Northwind app for Android and iOS."},
    {"key": "PAY", "name": "Payments", "lead": "deepa", "roles": {"deepa": "admin"},
     "description": "Taking money, giving it back, and the books about both."},
    {"key": "OPS", "name": "Operations", "lead": "ben", "roles": {"ben": "admin"},
     "requiresSeverity": True, "description": "Servers, deployments, on-call."},
    {"key": "DATA", "name": "Data Platform", "lead": "emil", "roles": {"emil": "admin"},
     "description": "Warehouse, pipelines and the reports built on them."},
    {"key": "PPL", "name": "People and Hiring", "lead": "farah", "type": "business",
     "defaultRole": "none", "roles": {"ada": "member", "farah": "admin"},
     "description": "Hiring and onboarding. Visible to few."},
]

TALK = {
    "Bug": ["I can reproduce this on the staging system with the steps above.",
            "Looks like it came with last week's release; the one before is fine.",
            "Fix is in review. The test that would have caught it is part of it.",
            "Confirmed by two customers today, so I raised the priority."],
    "Story": ["Design is done, see the file linked from the epic.",
              "Could we split this? The second half can wait until next sprint.",
              "Talked to support: they get about five questions a week on this.",
              "Demoed on Friday, people liked it."],
    "Task": ["Done on staging, production follows on Monday.",
             "I need access to the vault before I can go on.",
             "Half of it is finished; the rest waits for a maintenance window."],
    "Epic": ["Scope agreed with product. We will look at it again in two weeks.",
             "Three of the stories are done, none is blocked."],
    "Sub-task": ["Started on this.", "Small change, should be quick."],
}


def account_id(alias):
    return "712020:" + str(uuid.uuid5(uuid.NAMESPACE_DNS, alias + ".northwind.example"))


def text(words, *marks):
    node = {"type": "text", "text": words}
    if marks:
        node["marks"] = [{"type": mark} for mark in marks]
    return node


def paragraph(*inline):
    return {"type": "paragraph", "content": [text(i) if isinstance(i, str) else i for i in inline]}


def heading(words, level=2):
    return {"type": "heading", "attrs": {"level": level}, "content": [text(words)]}


def items(kind, lines):
    return {"type": kind, "content": [{"type": "listItem", "content": [paragraph(line)]}
                                      for line in lines]}


def mention(alias):
    name = next(person[1] for person in PEOPLE if person[0] == alias)
    return {"type": "mention", "attrs": {"id": account_id(alias), "text": "@" + name}}


def row(kind, cells):
    return {"type": "tableRow", "content": [{"type": kind, "attrs": {}, "content": [paragraph(c)]}
                                            for c in cells]}


def panel(kind, words):
    return {"type": "panel", "attrs": {"panelType": kind}, "content": [paragraph(words)]}


def document(*blocks):
    return {"type": "doc", "version": 1, "content": list(blocks)}


def bug_description(lead, number, rng):
    blocks = [paragraph(lead), heading("Steps to reproduce"),
              items("orderedList", ["Sign in as a customer with at least one past order.",
                                    "Follow the path described above.",
                                    "Reload the page once."]),
              heading("Expected", 3), paragraph("No error, and the same result both times."),
              heading("Actual", 3)]
    if number % 2:
        blocks.append({"type": "codeBlock", "attrs": {"language": "text"}, "content": [text(
            "ERROR request failed after %d ms\n  at handler.cpp:%d\n  trace=%08x"
            % (rng.randint(40, 9000), rng.randint(20, 400), rng.getrandbits(32)))]})
    else:
        blocks.append(panel("warning", "Happens for about one request in %d." % rng.randint(5, 90)))
    return document(*blocks)


def story_description(lead, number, rng):
    blocks = [paragraph(lead), heading("Acceptance criteria"),
              items("bulletList", ["Works with the keyboard alone.",
                                   "Texts are translated into German and French.",
                                   "The page stays under 200 KB."])]
    if number % 3 == 0:
        blocks.append({"type": "table", "attrs": {"isNumberColumnEnabled": False,
                                                  "layout": "default"},
                       "content": [row("tableHeader", ["Device", "Share of visits"]),
                                   row("tableCell", ["Phone", "%d %%" % rng.randint(50, 70)]),
                                   row("tableCell", ["Computer", "%d %%" % rng.randint(20, 30)])]})
    if number % 3 == 1:
        blocks.append(paragraph("Questions go to ", mention(rng.choice(PEOPLE[:6])[0]), "."))
    return document(*blocks)


def epic_description(lead, _number, _rng):
    return document(panel("info", lead), heading("Why now"),
                    paragraph("It was the ", text("most wanted", "strong"),
                              " change in the last customer survey."),
                    heading("Not part of this", 3),
                    items("bulletList", ["Changes to prices", "New payment providers"]))


def description(kind, lead, number, rng):
    if not lead:
        return None
    make = {"Bug": bug_description, "Story": story_description, "Epic": epic_description}.get(kind)
    if make:
        return make(lead, number, rng)
    if number % 4 == 0:
        return document(paragraph(lead), {"type": "rule"}, paragraph(
            "Background: ", {"type": "text", "text": "the wiki page", "marks": [
                {"type": "link", "attrs": {"href": "https://wiki.northwind.example/notes"}}]}, "."))
    return document(paragraph(lead))


def talk(kind, issue, rng):
    count = rng.choice([0, 0, 1, 1, 2, 3]) if issue["status"] != "To Do" else rng.choice([0, 0, 0, 1])
    lines = rng.sample(TALK[kind], min(count, len(TALK[kind])))
    span = issue["created"] - issue["updated"]
    comments = []
    for position, line in enumerate(lines):
        author = rng.choice(PEOPLE[:6])[0]
        body = [paragraph(line)]
        if position and position == len(lines) - 1:
            body = [paragraph(mention(comments[0]["author"]), " " + line)]
        comments.append({"author": author, "body": document(*body),
                         "ago": issue["created"] - span * (position + 1) // (len(lines) + 1)})
    return comments


def issue_of(line, number, total, key, rng):
    kind, status, priority, assignee, labels, parent, summary, lead = \
        [part.strip() for part in line.split("|")]
    created = int(88 * DAY * (1 - (number - 1) / total)) + rng.randint(30, DAY)
    updated = rng.randint(20, created) if status != "To Do" else rng.randint(created * 2 // 3, created)
    if status in ("In Progress", "In Review"):
        updated = rng.randint(15, min(created, 9 * DAY))
    issue = {"type": kind, "status": status, "priority": priority, "summary": summary,
             "assignee": assignee, "reporter": rng.choice(PEOPLE[:6])[0],
             "created": created, "updated": updated}
    if key == "PPL":
        issue["reporter"] = "farah"
    for name, value in (("labels", labels.split()), ("description",
                        description(kind, lead, number, rng))):
        if value:
            issue[name] = value
    if parent:
        issue["parent"] = key + "-" + parent
    if kind == "Story":
        issue["points"] = rng.choice([1, 2, 3, 5, 8])
    if kind == "Bug" and key == "OPS":
        issue["severity"] = rng.choice(["Critical", "Major", "Minor"])
    if number % 7 == 0:
        issue["due"] = rng.randint(-5, 30)
    comments = talk(kind, issue, rng)
    if comments:
        issue["comments"] = comments
    if status != "To Do" and number % 3 == 0 and assignee:
        issue["worklogs"] = [{"author": assignee, "ago": updated + 60,
                              "seconds": 1800 * rng.randint(1, 12)}]
    return issue


def named(prefix, rows):
    return [{"id": str(prefix + position), **entry} for position, entry in enumerate(rows)]


def shared():
    return {
        "issueTypes": named(10001, [
            {"name": "Epic", "description": "A big user story that needs to be broken down."},
            {"name": "Story", "description": "Functionality expressed as a user goal."},
            {"name": "Task", "description": "A small, distinct piece of work."},
            {"name": "Bug", "description": "A problem or error."},
            {"name": "Sub-task", "description": "A part of another issue.", "subtask": True}]),
        "statuses": named(10011, [
            {"name": "To Do", "category": "new"},
            {"name": "In Progress", "category": "indeterminate"},
            {"name": "In Review", "category": "indeterminate"},
            {"name": "Done", "category": "done"}]),
        "priorities": named(1, [{"name": n} for n in
                                ("Highest", "High", "Medium", "Low", "Lowest")]),
        "linkTypes": named(10021, [
            {"name": "Blocks", "inward": "is blocked by", "outward": "blocks"},
            {"name": "Duplicate", "inward": "is duplicated by", "outward": "duplicates"},
            {"name": "Relates", "inward": "relates to", "outward": "relates to"}]),
    }


def project_of(position, head, lines, rng):
    project = {"id": str(10000 + position), **head}
    if project.get("type") == "business":
        project["issueTypes"] = ["Task", "Sub-task"]
    else:
        project["issueTypes"] = ["Epic", "Story", "Task", "Bug", "Sub-task"]
    project["roles"] = {"grace": "viewer", **head.get("roles", {})}
    if head.get("defaultRole") == "none":
        project["roles"].pop("grace")
    if head["key"] not in ("WEB", "TIDE"):
        project["roles"]["henrik"] = "none"
    project["issues"] = [issue_of(line, number, len(lines), head["key"], rng)
                         for number, line in enumerate(lines, 1)]
    return project


def site(name, heads, links):
    rng = random.Random(name)
    domain = name + ".example"
    read = ["read:jira-work", "read:jira-user"]
    tokens = [{"email": alias + "@" + domain, "token": "sandbox-api-token-" + alias}
              for alias, _, _ in PEOPLE]
    tokens += [
        {"email": "ada@" + domain, "token": "sandbox-scoped-token-ada",
         "scopes": read + ["write:jira-work"]},
        {"email": "ben@" + domain, "token": "sandbox-scoped-token-ben", "scopes": read},
        {"email": "chloe@" + domain, "token": "sandbox-scoped-token-chloe",
         "scopes": ["read:jira-work"]}]
    lines = {head["key"]: [line for line in (HERE / ("issues-%s.txt" % head["key"].lower()))
                           .read_text(encoding="utf-8").splitlines()
                           if line and not line.startswith("#")] for head in heads}
    return {"title": name.capitalize(), **shared(), "tokens": tokens, "links": links,
            "users": [{"alias": alias, "accountId": account_id(alias), "displayName": full,
                       "email": alias + "@" + domain, "emailHidden": hidden,
                       "password": "sandbox-password-" + alias}
                      for alias, full, hidden in PEOPLE],
            "projects": [project_of(position, head, lines[head["key"]], rng)
                         for position, head in enumerate(heads, 1)]}


def write(name, heads, links):
    document_ = site(name, heads, links)
    document_["projects"][0]["issues"][3]["attachments"] = [
        {"name": "server.log", "mimeType": "text/plain",
         "text": "2026-11-02T09:14:07Z ERROR request failed: connection reset\n" * 12}]
    (HERE / (name + ".json")).write_text(
        json.dumps(document_, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    write("northwind", PROJECTS, [
        {"type": "Blocks", "from": "PAY-3", "to": "WEB-6"},
        {"type": "Blocks", "from": "OPS-2", "to": "DATA-4"},
        {"type": "Relates", "from": "WEB-4", "to": "MOB-5"},
        {"type": "Duplicate", "from": "WEB-12", "to": "WEB-4"},
        {"type": "Relates", "from": "PAY-7", "to": "DATA-9"}])
    write("tidewater", [{"key": "TIDE", "name": "Tidewater Logistics", "lead": "ben",
                         "roles": {"ben": "admin"},
                         "description": "Shipping and returns for Northwind's parcels."}],
          [{"type": "Blocks", "from": "TIDE-2", "to": "TIDE-3"}])


if __name__ == "__main__":
    main()
