// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/lookupparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiraparser.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::parser {
namespace {

constexpr qsizetype pickerSection = 20; // issues; more than that the picker does not show

QString textOf(const json::Element &element)
{
    std::string_view text;
    return element.get(text) == simdjson::SUCCESS ? json::fromUtf8(text) : QString();
}

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

constexpr qsizetype descriptionLimit = 2000;

QStringList namesIn(const json::Element &element, std::string_view member)
{
    QStringList names;
    if (const auto list = json::list(element, member)) {
        for (const json::Element entry : *list)
            names.append(json::line(entry, "name"));
    }
    return names;
}

QString versionText(const json::Element &version)
{
    const QString date = json::line(version, "releaseDate");
    QStringList notes;
    if (json::isTrue(version, "archived"))
        notes.append(u"archived"_s);
    if (json::isTrue(version, "released"))
        notes.append(date.isEmpty() ? u"released"_s : u"released "_s + date);
    else if (!date.isEmpty())
        notes.append(u"due "_s + date);
    const QString name = json::line(version, "name");
    return notes.isEmpty() ? name : u"%1 (%2)"_s.arg(name, notes.join(u", "_s));
}

} // namespace

Result<ProjectDetails> projectDetails(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto lead = json::member(*root, "lead");
    const auto description = json::member(*root, "description");
    ProjectDetails result{.key = json::line(*root, "key"),
                          .name = json::line(*root, "name"),
                          .lead = lead ? json::line(*lead, "displayName") : QString(),
                          .description = description
                              ? cleanedText(documentText(*description), descriptionLimit)
                              : QString(),
                          .components = namesIn(*root, "components"),
                          .versions = {}};
    if (result.key.isEmpty())
        return missing("key"_L1);
    if (const auto versions = json::list(*root, "versions")) {
        for (const json::Element version : *versions)
            result.versions.append(versionText(version));
    }
    return result;
}

Result<QStringList> projectStatuses(const QByteArray &body)
{
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(body.constData(), static_cast<size_t>(body.size())).get(list)
        != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidData, u"it is no list of issue types"_s);
    QList<std::pair<QString, QStringList>> groups; // statuses, and the types that have them
    for (const json::Element type : list) {
        const QString statuses = namesIn(type, "statuses").join(u", "_s);
        const auto same =
            std::ranges::find(groups, statuses, &std::pair<QString, QStringList>::first);
        if (same == groups.end())
            groups.append({statuses, {json::line(type, "name")}});
        else
            same->second.append(json::line(type, "name"));
    }
    QStringList lines;
    for (const auto &[statuses, types] : std::as_const(groups))
        lines.append(u"%1: %2"_s.arg(types.join(u", "_s), statuses));
    return lines;
}

Result<Project> project(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    Project result{json::line(*root, "id"), json::line(*root, "key"), json::line(*root, "name")};
    if (result.key.isEmpty())
        return missing("key"_L1);
    return result;
}

Result<QList<User>> users(const QByteArray &body)
{
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(body.constData(), static_cast<size_t>(body.size())).get(list)
        != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidData, u"it is no list of people"_s);
    QList<User> result;
    for (const json::Element element : list) {
        User user{json::line(element, "accountId"),
                  json::line(element, "displayName"),
                  json::line(element, "emailAddress"),
                  !json::member(element, "active") || json::isTrue(element, "active")};
        if (user.accountId.isEmpty())
            return missing("accountId"_L1);
        result.append(std::move(user));
    }
    return result;
}

Result<QList<AccessibleResource>> accessibleResources(const QByteArray &body)
{
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(body.constData(), static_cast<size_t>(body.size())).get(list)
        != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidData, u"it is no list of sites"_s);
    QList<AccessibleResource> result;
    for (const json::Element element : list) {
        AccessibleResource resource{
            json::line(element, "id"), QUrl(json::line(element, "url"), QUrl::StrictMode), {}};
        if (const auto scopes = json::list(element, "scopes")) {
            for (const json::Element scope : *scopes)
                resource.scopes.append(textOf(scope));
        }
        const bool isJira = std::ranges::any_of(
            resource.scopes, [](const QString &scope) { return scope.contains("jira"_L1); });
        if (!isJira)
            continue;
        if (!isCloudId(resource.cloudId) || !resource.url.isValid())
            return missing("id"_L1);
        result.append(std::move(resource));
    }
    return result;
}

Result<PickedIssues> pickedIssues(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto sections = json::list(*root, "sections");
    if (!sections)
        return missing("sections"_L1);
    PickedIssues result;
    QSet<QString> known;
    for (const json::Element section : *sections) {
        const auto issues = json::list(section, "issues");
        if (!issues)
            continue;
        qsizetype count = 0;
        for (const json::Element element : *issues) {
            ++count;
            const QString key = json::line(element, "key");
            if (!isIssueKey(key) || known.contains(key))
                continue;
            known.insert(key);
            result.issues.append({key, json::line(element, "summaryText")});
        }
        result.mayHaveMore = result.mayHaveMore || count >= pickerSection;
    }
    return result;
}

Result<QHash<QString, QString>> changeTimes(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto issues = json::list(*root, "issues");
    if (!issues)
        return missing("issues"_L1);
    QHash<QString, QString> times;
    for (const json::Element element : *issues) {
        const QString key = json::line(element, "key");
        const auto fields = json::member(element, "fields");
        if (key.isEmpty() || !fields)
            return missing("fields"_L1);
        times.insert(key, json::line(*fields, "updated"));
    }
    return times;
}

} // namespace fairlead::providers::jira::parser
