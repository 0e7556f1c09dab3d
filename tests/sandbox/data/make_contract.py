#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trims Atlassian's OpenAPI documents of Jira Cloud to what the sandbox checks requests against.

Usage: make_contract.py JIRA-OPENAPI.json > jira-openapi.json
       make_contract.py JIRA-SOFTWARE-OPENAPI.json > jira-software-openapi.json

Kept: every path with its methods (so that an unknown path is told from one that is merely not
served), and for the served operations their parameters, request body schemas and classic scopes.
"""
import json
import sys

AGILE = """
GET /rest/agile/1.0/board
GET /rest/agile/1.0/board/{boardId}
GET /rest/agile/1.0/board/{boardId}/sprint
POST /rest/agile/1.0/sprint
GET /rest/agile/1.0/sprint/{sprintId}
POST /rest/agile/1.0/sprint/{sprintId}
POST /rest/agile/1.0/sprint/{sprintId}/issue
POST /rest/agile/1.0/backlog/issue
POST /rest/agile/1.0/backlog/{boardId}/issue
PUT /rest/agile/1.0/issue/rank
GET /rest/software/1.0/board/{boardId}/issue
GET /rest/software/1.0/board/{boardId}/issue/approximate-count
GET /rest/software/1.0/board/{boardId}/backlog
GET /rest/software/1.0/board/{boardId}/backlog/approximate-count
GET /rest/software/1.0/sprint/{sprintId}/issue
""".split("\n")

SERVED = """
GET /rest/api/3/myself
GET /rest/api/3/mypermissions
GET /rest/api/3/serverInfo
GET /rest/api/3/project/search
GET /rest/api/3/project/{projectIdOrKey}
GET /rest/api/3/project/{projectIdOrKey}/statuses
GET /rest/api/3/project/{projectIdOrKey}/version
POST /rest/api/3/version
PUT /rest/api/3/version/{id}
GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes
GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}
GET /rest/api/3/search
POST /rest/api/3/search
GET /rest/api/3/search/jql
POST /rest/api/3/search/jql
POST /rest/api/3/search/approximate-count
POST /rest/api/3/jql/parse
GET /rest/api/3/jql/autocompletedata/suggestions
GET /rest/api/3/filter/search
POST /rest/api/3/issue
POST /rest/api/3/issue/bulk
POST /rest/api/3/bulk/issues/move
GET /rest/api/3/bulk/queue/{taskId}
POST /rest/api/3/issue/bulkfetch
POST /rest/api/3/changelog/bulkfetch
GET /rest/api/3/issue/picker
GET /rest/api/3/issue/{issueIdOrKey}
PUT /rest/api/3/issue/{issueIdOrKey}
DELETE /rest/api/3/issue/{issueIdOrKey}
GET /rest/api/3/issue/{issueIdOrKey}/changelog
GET /rest/api/3/issue/{issueIdOrKey}/editmeta
PUT /rest/api/3/issue/{issueIdOrKey}/assignee
GET /rest/api/3/issue/{issueIdOrKey}/comment
POST /rest/api/3/issue/{issueIdOrKey}/comment
GET /rest/api/3/issue/{issueIdOrKey}/comment/{id}
PUT /rest/api/3/issue/{issueIdOrKey}/comment/{id}
DELETE /rest/api/3/issue/{issueIdOrKey}/comment/{id}
GET /rest/api/3/issue/{issueIdOrKey}/transitions
POST /rest/api/3/issue/{issueIdOrKey}/transitions
GET /rest/api/3/issue/{issueIdOrKey}/worklog
POST /rest/api/3/issue/{issueIdOrKey}/worklog
GET /rest/api/3/issue/{issueIdOrKey}/worklog/{id}
DELETE /rest/api/3/issue/{issueIdOrKey}/worklog/{id}
GET /rest/api/3/issue/{issueIdOrKey}/watchers
POST /rest/api/3/issue/{issueIdOrKey}/watchers
DELETE /rest/api/3/issue/{issueIdOrKey}/watchers
GET /rest/api/3/issue/{issueIdOrKey}/remotelink
POST /rest/api/3/issue/{issueIdOrKey}/remotelink
DELETE /rest/api/3/issue/{issueIdOrKey}/remotelink
DELETE /rest/api/3/issue/{issueIdOrKey}/remotelink/{linkId}
POST /rest/api/3/issue/{issueIdOrKey}/attachments
GET /rest/api/3/attachment/{id}
DELETE /rest/api/3/attachment/{id}
GET /rest/api/3/attachment/content/{id}
GET /rest/api/3/attachment/meta
GET /rest/api/3/user
GET /rest/api/3/user/bulk
GET /rest/api/3/user/search
GET /rest/api/3/user/assignable/search
GET /rest/api/3/field
GET /rest/api/3/priority
GET /rest/api/3/status
GET /rest/api/3/issuetype
GET /rest/api/3/issueLinkType
POST /rest/api/3/issueLink
GET /rest/api/3/issueLink/{linkId}
DELETE /rest/api/3/issueLink/{linkId}
""".split("\n")

KEPT_IN_SCHEMA = ("type", "required", "enum", "items", "properties", "additionalProperties",
                  "minimum", "maximum", "maxLength", "nullable")
METHODS = ("get", "post", "put", "delete", "patch")


def trimmed(schema, schemas, depth):
    """The schema with its references resolved; below what a request needs it accepts anything."""
    if "$ref" in schema:
        return trimmed(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas, depth)
    for part in schema.get("allOf", []):
        return trimmed(part, schemas, depth)
    result = {}
    for key in KEPT_IN_SCHEMA:
        if key not in schema:
            continue
        value = schema[key]
        if key == "properties":
            if depth == 0:
                return {"type": "object"}
            value = {name: {} if part.get("readOnly") else trimmed(part, schemas, depth - 1)
                     for name, part in value.items()}
        elif key == "items" or (key == "additionalProperties" and isinstance(value, dict)):
            value = trimmed(value, schemas, depth - 1) if depth else {}
        result[key] = value
    # Some required names are misspelt in the document, so that nothing could satisfy them.
    if "properties" in result and "required" in result:
        result["required"] = [name for name in result["required"] if name in result["properties"]]
    return result


def scopes_of(operation):
    """The classic scopes; granular ones name the same rights in smaller pieces."""
    for entry in operation.get("x-atlassian-oauth2-scopes", []):
        if entry["state"] == "Current":
            return entry["scopes"]
    for entry in operation.get("security", []):  # Jira Software has granular ones only
        if "OAuth2" in entry:
            return entry["OAuth2"]
    return []


def operation_of(method, path, operation, schemas):
    result = {"method": method.upper(), "path": path, "id": operation["operationId"],
              "scopes": scopes_of(operation), "parameters": []}
    for parameter in operation.get("parameters", []):
        result["parameters"].append({"name": parameter["name"], "in": parameter["in"],
                                     "required": parameter.get("required", False),
                                     "schema": trimmed(parameter["schema"], schemas, 1)})
    for content_type, media in operation.get("requestBody", {}).get("content", {}).items():
        result["body"] = {"contentType": content_type,
                          "schema": trimmed(media["schema"], schemas, 4)}
        break
    return result


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    schemas = document["components"]["schemas"]
    is_software = "Software" in document["info"]["title"]
    paths = {path: [m.upper() for m in METHODS if m in item]
             for path, item in sorted(document["paths"].items())
             if not is_software or path.startswith(("/rest/agile/", "/rest/software/"))}
    operations = []
    for line in filter(None, AGILE if is_software else SERVED):
        method, path = line.split(" ")
        operations.append(operation_of(method.lower(), path,
                                       document["paths"][path][method.lower()], schemas))
    contract = {"source": document["info"]["title"] + " " + document["info"]["version"],
                "license": document["info"]["license"]["name"], "paths": paths,
                "operations": operations}
    json.dump(contract, sys.stdout, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
