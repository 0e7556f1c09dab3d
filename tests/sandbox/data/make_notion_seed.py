#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes notion.json, the sandbox's Notion workspace, from notion-pages.txt and notion-rows.txt:
make_notion_seed.py (writes beside itself). See the two files for their form. Ids follow from the
names in them, times from the position, so that two runs give the same file.
"""
import json
import pathlib
import random
import re
import uuid

HERE = pathlib.Path(__file__).parent
DAY = 24 * 60
PEOPLE = [("ada", "Ada Lindqvist"), ("ben", "Ben Okafor"), ("chloe", "Chloé Martin"),
          ("deepa", "Deepa Raman"), ("emil", "Emil Novák"), ("farah", "Farah Haddad"),
          ("grace", "Grace Kim"), ("henrik", "Henrik Sørensen")]
COLORS = ["gray", "blue", "green", "yellow", "red", "purple", "orange", "pink", "brown"]
MARK = re.compile(r"<<(page|database):([a-z0-9-]+)>>")


def identity(kind, name):
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.{kind}.notion.northwind.example"))


def user_id(alias):
    return identity("user", alias)


def options(source, name, values):
    return [{"id": identity("option", f"{source}-{name}-{value}"), "name": value,
             "color": COLORS[i % len(COLORS)], "description": None}
            for i, value in enumerate(values)]


def status(source, groups):
    """A status property: options, and the groups that they belong to."""
    values = options(source, "status", [value for _, members in groups for value in members])
    by_name = {value["name"]: value["id"] for value in values}
    return {"options": values,
            "groups": [{"id": identity("group", f"{source}-{name}"), "name": name,
                        "color": COLORS[i], "option_ids": [by_name[m] for m in members]}
                       for i, (name, members) in enumerate(groups)]}


def relation(target):
    return {"database_id": identity("database", target),
            "data_source_id": identity("source", target),
            "type": "single_property", "single_property": {}}


DATABASES = {
    "tasks": {"title": "Team tasks ✅", "icon": "✅", "page": "engineering", "columns": [
        ("Task", "title", {}),
        ("Status", "status", status("tasks", [("To-do", ["Not started"]),
                                              ("In progress", ["In progress", "Blocked"]),
                                              ("Complete", ["Done"])])),
        ("Priority", "select", {"options": options("tasks", "priority",
                                                   ["High", "Medium", "Low"])}),
        ("Assignee", "people", {}),
        ("Due", "date", {}),
        ("Estimate", "number", {"format": "number"}),
        ("Tags", "multi_select", {"options": options("tasks", "tags",
                                                     ["web", "mobile", "payments", "ops"])}),
        ("Jira", "url", {}),
        ("ID", "unique_id", {"prefix": "TASK"})]},
    "meetings": {"title": "Meeting notes 🗒️", "icon": "🗒️", "page": "home", "columns": [
        ("Name", "title", {}),
        ("Date", "date", {}),
        ("Attendees", "people", {}),
        ("Type", "select", {"options": options("meetings", "type",
                                               ["Stand-up", "Planning", "Retro", "Customer"])}),
        ("Decided", "checkbox", {}),
        ("Summary", "rich_text", {}),
        ("Created", "created_time", {}),
        ("Created by", "created_by", {})]},
    "specs": {"title": "Product specs 📐", "icon": "📐", "page": "product", "columns": [
        ("Spec", "title", {}),
        ("Stage", "select", {"options": options("specs", "stage",
                                                ["Draft", "Review", "Approved", "Shipped"])}),
        ("Owner", "people", {}),
        ("Reviewers", "people", {}),
        ("Target", "date", {}),
        ("Effort", "number", {"format": "number"}),
        ("Contact", "email", {}),
        ("Phone", "phone_number", {}),
        ("Tasks", "relation", relation("tasks")),
        ("Last edited", "last_edited_time", {})]},
}


def times(position, author):
    created = (400 - 5 * position) * DAY + 37 * position
    return {"created": created, "edited": max(30, created // (3 + position % 5)),
            "createdBy": user_id(author), "editedBy": user_id(PEOPLE[position % 5][0])}


def with_ids(content):
    """Marks of children with their ids in place of their names."""
    return MARK.sub(lambda m: f"<<{m[1]}:{identity(m[1], m[2])}>>", content)


def long_content():
    """A handbook that is too long for one answer: two parts, one of them too long by itself."""
    dice = random.Random(7)
    words = ("checkout cart catalogue release pipeline invoice refund warehouse queue latency alert "
             "rollback feature flag review customer ticket sprint deploy database index cache "
             "signature backup restore dashboard").split()

    def sentence():
        chosen = [dice.choice(words) for _ in range(dice.randint(7, 14))]
        return "The " + " ".join(chosen) + "."

    def section(level, title, paragraphs):
        body = "\n".join(" ".join(sentence() for _ in range(5)) for _ in range(paragraphs))
        return f"{'#' * level} {title}\n{body}\n"

    parts = ["Everything that an engineer at Northwind should know, in one place. 📚\n"]
    for part, chapters in (("Part one: how we work", 4), ("Part two: how it runs", 16),
                           ("Part three: when it breaks", 3)):
        parts.append(f"# {part}\n")
        for chapter in range(1, chapters + 1):
            parts.append(section(2, f"{part.split(':')[0]}, chapter {chapter}", 5))
            if chapter == 2:
                parts.append("```bash\n# not a heading\nmake deploy\n```\n")
    parts.append("# The last page\nIf you have read this far, tell Ada the word *perihelion*.")
    return "".join(parts)


def read_pages():
    """Blocks of notion-pages.txt: a head line, then the content until a line of ====."""
    pages = []
    for block in (HERE / "notion-pages.txt").read_text("utf-8").split("\n====\n"):
        lines = [line for line in block.strip("\n").split("\n") if not line.startswith("//")]
        if not lines or not lines[0]:
            continue
        name, parent, author, flags, icon, title = [p.strip() for p in lines[0].split("|")]
        content = "\n".join(lines[1:]) if name != "handbook" else long_content()
        page = {"id": identity("page", name), "values": {"title": title},
                "content": with_ids(content), **times(len(pages), author)}
        if icon:
            page["icon"] = icon
        if parent:
            page["parent"] = {"page": identity("page", parent)}
        for flag in flags.split():
            if flag == "trash":
                page["inTrash"] = True
            else:
                page["audience"] = [user_id(alias) for alias in flag.split("+")]
        pages.append(page)
    return pages


def value_of(kind, text):
    if kind == "people":
        return [user_id(alias) for alias in text.split("+")]
    if kind == "multi_select":
        return text.split("+")
    if kind == "relation":
        return [identity("row", f"tasks-{number}") for number in text.split("+")]
    if kind in ("number", "date", "unique_id"):
        return int(text)
    return text == "yes" if kind == "checkbox" else text


def read_rows(first_position):
    """Lines of notion-rows.txt: database | values in the order of its columns, then the content."""
    rows = []
    counts = dict.fromkeys(DATABASES, 0)
    for line in (HERE / "notion-rows.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("//"):
            continue
        source, *cells = [cell.strip() for cell in line.split("|")]
        counts[source] += 1
        columns = DATABASES[source]["columns"]
        values = {name: value_of(kind, cell)
                  for (name, kind, _), cell in zip(columns, cells) if cell}
        if source == "tasks":
            values["ID"] = counts[source]
        position = first_position + len(rows)
        rows.append({"id": identity("row", f"{source}-{counts[source]}"),
                     "parent": {"dataSource": identity("source", source)}, "values": values,
                     "content": cells[-1].replace("\\n", "\n"),
                     **times(position, PEOPLE[position % 6][0])})
    return rows


def read_comments():
    comments = []
    path = HERE / "notion-comments.txt"
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        page, discussion, author, text = [cell.strip() for cell in line.split("|", 3)]
        kind = "row" if page[-1].isdigit() else "page"
        comments.append({"id": identity("comment", str(number)), "page": identity(kind, page),
                         "discussion": identity("discussion", f"{page}-{discussion}"),
                         "author": user_id(author), "text": text, "ago": 3000 - 170 * number})
    return comments


def main():
    pages = read_pages()
    databases = []
    for position, (name, database) in enumerate(DATABASES.items()):
        properties = [{"id": "title" if kind == "title" else
                       identity("property", f"{name}-{column}")[:4],
                       "name": column, "type": kind, "config": config}
                      for column, kind, config in database["columns"]]
        databases.append({"id": identity("database", name), "dataSource": identity("source", name),
                          "title": database["title"], "icon": database["icon"],
                          "parent": {"page": identity("page", database["page"])},
                          "properties": properties, **times(10 + position, "ada")})
    shared = [identity("page", name) for name in ("home", "engineering", "people")]
    connections = [
        {"id": identity("bot", "internal"), "name": "Fairlead sandbox",
         "token": "ntn_sandbox_internal", "pages": shared},
        {"id": identity("bot", "pat-ada"), "name": "Ada's token", "token": "ntn_sandbox_pat_ada",
         "owner": user_id("ada")},
        {"id": identity("bot", "readonly"), "name": "Fairlead reader",
         "token": "ntn_sandbox_readonly", "pages": shared, "readOnly": True}]
    workspace = {
        "id": identity("workspace", "northwind"), "name": "Northwind",
        "users": [{"id": user_id(alias), "alias": alias, "name": name,
                   "email": f"{alias}@northwind.example", "password": f"sandbox-password-{alias}"} for alias, name in PEOPLE],
        "connections": connections, "databases": databases,
        "pages": pages + read_rows(len(pages)), "comments": read_comments()}
    text = json.dumps(workspace, ensure_ascii=False, indent=1)
    (HERE / "notion.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
