// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/bulkparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiraerrors.h"
#include "server/providers/jira/jiraparser.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

/** What Jira says about one of many, in the words of an error answer. */
QString reasonOf(const json::Element &entry)
{
    const auto errors = json::member(entry, "elementErrors");
    const std::string text = errors ? std::string(simdjson::minify(*errors)) : std::string();
    const QString reason = problemText(parser::problem(QByteArray::fromStdString(text)));
    return reason.isEmpty() ? u"Jira does not say why."_s : reason;
}

} // namespace

bool BulkProgress::isRunning() const
{
    return status == "ENQUEUED"_L1 || status == "RUNNING"_L1 || status == "CANCEL_REQUESTED"_L1;
}

namespace parser {

Result<CreatedIssues> createdIssues(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto issues = json::list(*root, "issues");
    if (!issues)
        return missing("issues"_L1);
    CreatedIssues result;
    for (const json::Element issue : *issues) {
        const QString key = json::line(issue, "key");
        if (!isIssueKey(key))
            return missing("key"_L1);
        result.keys.append(key);
    }
    if (const auto errors = json::list(*root, "errors")) {
        for (const json::Element error : *errors) {
            result.refused.append(
                {json::number(error, "failedElementNumber", -1), reasonOf(error)});
        }
    }
    return result;
}

Result<QString> taskId(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const QString id = json::line(*root, "taskId");
    return isNumericId(id) ? Result<QString>(id) : missing("taskId"_L1);
}

Result<BulkProgress> bulkProgress(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    BulkProgress progress{.status = json::line(*root, "status"),
                          .percent = json::number(*root, "progressPercent"),
                          .doneIds = {},
                          .failed = {},
                          .inaccessible = json::number(*root, "invalidOrInaccessibleIssueCount")};
    if (progress.status.isEmpty())
        return missing("status"_L1);
    if (const auto done = json::list(*root, "processedAccessibleIssues")) {
        for (const json::Element id : *done)
            progress.doneIds.append(fieldText(id));
    }
    const auto failed = json::member(*root, "failedAccessibleIssues");
    simdjson::dom::object reasons;
    if (failed && failed->get(reasons) == simdjson::SUCCESS) {
        for (const auto reason : reasons) {
            progress.failed.append({cleanedLine(json::fromUtf8(reason.key), 20),
                                    cleanedLine(fieldText(reason.value), json::lineLimit)});
        }
    }
    return progress;
}

Result<QHash<QString, QString>> keysById(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto issues = json::list(*root, "issues");
    if (!issues)
        return missing("issues"_L1);
    QHash<QString, QString> keys;
    for (const json::Element issue : *issues)
        keys.insert(json::line(issue, "id"), json::line(issue, "key"));
    return keys;
}

} // namespace parser
} // namespace fairlead::providers::jira
