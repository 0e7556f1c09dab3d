#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trims the OpenAPI document of @notionhq/notion-mcp-server to what requests are checked against.

Usage: make_notion_contract.py NOTION-OPENAPI.json > notion-openapi.json

Kept: the parameters and request bodies of its operations. The document was written for version
2025-09-03 of the API; what OUTDATED names is different in 2026-03-11 and left out.
"""
import json
import sys

OUTDATED = {
    # An array of strings now.
    "GET /v1/pages/{page_id}": ["filter_properties"],
    # Blocks go to a `position`, and there are more than two types of them.
    "PATCH /v1/blocks/{block_id}/children": ["after", "children[]"],
    # The content stands under the type's name; `archived` is `in_trash`.
    "PATCH /v1/blocks/{block_id}": ["type", "archived"],
    # Data sources as parents, Markdown without properties, icons and blocks as objects.
    "POST /v1/pages": ["parent", "children", "icon", "cover", "properties!"],
    "PATCH /v1/pages/{page_id}": ["archived", "icon", "cover"],
    # Blocks and discussions as places, Markdown as content.
    "POST /v1/comments": ["parent", "rich_text", "parent!", "rich_text!"],
    # Sorting by timestamps.
    "POST /v1/data_sources/{data_source_id}/query": ["archived", "sorts[]"],
    # Rich text with styles; the description belongs to the database.
    "PATCH /v1/data_sources/{data_source_id}": ["title[]", "description"],
    "POST /v1/data_sources": ["parent", "title[]"],
    # Data sources as parents.
    "POST /v1/pages/{page_id}/move": ["parent"],
}

KEPT_IN_SCHEMA = ("type", "required", "enum", "items", "properties")
METHODS = ("get", "post", "put", "delete", "patch")


def trimmed(schema, schemas):
    """The schema with its references resolved; alternatives are accepted as anything."""
    if "$ref" in schema:
        return trimmed(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas)
    result = {}
    for key in KEPT_IN_SCHEMA:
        if key not in schema or (key == "type" and not isinstance(schema[key], str)):
            continue
        value = schema[key]
        if key == "properties":
            value = {name: trimmed(part, schemas) for name, part in value.items()}
        elif key == "items":
            value = trimmed(value, schemas)
        result[key] = value
    return result


def without(schema, outdated):
    """`name` drops a member, `name!` that it is required, `name[]` what its elements are."""
    for name in outdated:
        member = name.rstrip("[]!")
        if name.endswith("[]"):
            schema["properties"][member].pop("items", None)
            continue
        if "required" in schema and member in schema["required"] and name.endswith("!"):
            schema["required"].remove(member)
        if not name.endswith("!"):
            schema["properties"].pop(member, None)
    return schema


def operation_of(method, path, operation, schemas):
    name = method.upper() + " " + path
    outdated = OUTDATED.get(name, [])
    result = {"method": method.upper(), "path": path, "parameters": []}
    for parameter in operation.get("parameters", []):
        if parameter.get("in") == "query" and parameter["name"] not in outdated:
            result["parameters"].append({"name": parameter["name"],
                                         "required": parameter.get("required", False),
                                         "schema": trimmed(parameter["schema"], schemas)})
    for media in operation.get("requestBody", {}).get("content", {}).values():
        schema = trimmed(media["schema"], schemas)
        result["body"] = without(schema, [each for each in outdated
                                          if each.rstrip("[]!") in schema.get("properties", {})
                                          or each.endswith("!")])
    return result


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    schemas = document["components"]["schemas"]
    operations = [operation_of(method, path, item[method], schemas)
                  for path, item in sorted(document["paths"].items())
                  for method in METHODS if method in item]
    contract = {"source": "@notionhq/notion-mcp-server 2.5.2, " + document["info"]["title"],
                "license": document["info"]["license"]["name"], "operations": operations}
    json.dump(contract, sys.stdout, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
