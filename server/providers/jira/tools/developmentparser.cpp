// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/developmentparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/issuekey.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::parser {
namespace {

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

/** The member's member, for the small objects that hold one name. */
QString within(const json::Element &element, std::string_view outer, std::string_view inner)
{
    const auto member = json::member(element, outer);
    return member ? json::line(*member, inner) : QString();
}

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(u"  "_s);
}

QString stateOf(const json::Element &overall)
{
    QStringList parts{json::line(overall, "state").toLower()};
    for (const auto &[member, word] : {std::pair{"successfulBuildCount", u"successful"_s},
                                       std::pair{"failedBuildCount", u"failed"_s}}) {
        if (const qint64 count = json::number(overall, member); count > 0)
            parts.append(u"%1 %2"_s.arg(count).arg(word));
    }
    if (const auto environments = json::list(overall, "topEnvironments")) {
        for (const json::Element environment : *environments)
            parts.append(u"%1 %2"_s.arg(json::line(environment, "title"),
                                        json::line(environment, "status").toLower()));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString pullRequestLine(const json::Element &request)
{
    const QString source = within(request, "source", "branch");
    const QString target = within(request, "destination", "branch");
    return joined({u"pull request "_s + json::line(request, "id"),
                   json::line(request, "status").toLower(),
                   within(request, "author", "name"),
                   shortTime(json::line(request, "lastUpdate")),
                   json::line(request, "name"),
                   source.isEmpty() ? QString() : u"%1 → %2"_s.arg(source, target),
                   json::line(request, "url")});
}

QString commitText(const json::Element &commit)
{
    // A message's first line is its title.
    std::string_view message;
    const auto member = json::member(commit, "message");
    const bool hasMessage = member && member->get(message) == simdjson::SUCCESS;
    const QString title = hasMessage
        ? cleanedLine(json::fromUtf8(message.substr(0, message.find('\n'))), json::lineLimit)
        : QString();
    return joined({json::line(commit, "displayId"),
                   within(commit, "author", "name"),
                   shortTime(json::line(commit, "authorTimestamp")),
                   title});
}

QString branchLine(const json::Element &branch)
{
    const auto last = json::member(branch, "lastCommit");
    return joined({u"branch "_s + json::line(branch, "name"),
                   within(branch, "repository", "name"),
                   last ? u"last commit "_s + json::line(*last, "displayId") : QString(),
                   json::line(branch, "url")});
}

void readRepository(const json::Element &repository, QStringList &lines)
{
    const auto commits = json::list(repository, "commits");
    if (!commits)
        return;
    for (const json::Element commit : *commits)
        lines.append(joined({u"commit "_s + commitText(commit),
                             u"in "_s + json::line(repository, "name"),
                             json::line(commit, "url")}));
}

} // namespace

Result<QList<DevelopmentSection>> developmentSummary(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto summary = json::member(*root, "summary");
    simdjson::dom::object sections;
    if (!summary || summary->get(sections) != simdjson::SUCCESS)
        return missing("summary"_L1);
    QList<DevelopmentSection> result;
    for (const auto entry : sections) {
        DevelopmentSection section{.type = cleanedLine(json::fromUtf8(entry.key), 50),
                                   .count = 0,
                                   .state = {},
                                   .applications = {}};
        if (const auto overall = json::member(entry.value, "overall")) {
            section.count = json::number(*overall, "count");
            section.state = stateOf(*overall);
        }
        const auto instances = json::member(entry.value, "byInstanceType");
        simdjson::dom::object applications;
        if (instances && instances->get(applications) == simdjson::SUCCESS) {
            for (const auto application : applications)
                section.applications.append(cleanedLine(json::fromUtf8(application.key), 100));
        }
        result.append(std::move(section));
    }
    return result;
}

Result<QStringList> developmentLines(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto details = json::list(*root, "detail");
    if (!details)
        return missing("detail"_L1);
    QStringList lines;
    for (const json::Element detail : *details) {
        if (const auto requests = json::list(detail, "pullRequests")) {
            for (const json::Element request : *requests)
                lines.append(pullRequestLine(request));
        }
        if (const auto branches = json::list(detail, "branches")) {
            for (const json::Element branch : *branches)
                lines.append(branchLine(branch));
        }
        if (const auto repositories = json::list(detail, "repositories")) {
            for (const json::Element repository : *repositories)
                readRepository(repository, lines);
        }
    }
    return lines;
}

Result<QString> issueId(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const QString id = json::line(*root, "id");
    return isNumericId(id) ? Result<QString>(id) : missing("id"_L1);
}

} // namespace fairlead::providers::jira::parser
