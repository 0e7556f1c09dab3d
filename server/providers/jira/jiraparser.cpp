// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/issuekey.h"

#include <QRegularExpression>

#include <map>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::parser {
namespace {

constexpr qsizetype nextPageTokenLimit = 8192;
constexpr qsizetype excerptLimit = 300; // of a description in a list

/** An issue by itself is read whole; in a list a description is an excerpt and a time its day. */
enum class Place { Alone, InList };

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

/** What is said in an answer again and again, each read once and not for every issue: the names of
 * its fields, and of whom and what the issues have to do with. */
class FieldNames
{
public:
    struct Field
    {
        QString id;
        QString name;
    };

    explicit FieldNames(const json::Element &answer)
        : m_names(json::member(answer, "names"))
    {}

    [[nodiscard]] KnownLines &lines() { return m_lines; }

    const Field &of(std::string_view id)
    {
        const auto known = m_fields.find(id);
        if (known != m_fields.end())
            return known->second;
        const QString name = m_names ? json::line(*m_names, id) : QString();
        const QString written = json::fromUtf8(id);
        const Field field{written, name.isEmpty() ? cleanedLine(written, json::lineLimit) : name};
        return m_fields.emplace(id, field).first->second;
    }

private:
    std::optional<json::Element> m_names;
    std::map<std::string_view, Field> m_fields; ///< the keys are the answer's own
    KnownLines m_lines;
};

void readField(
    Issue &issue, std::string_view id, const json::Element &value, FieldNames &names, Place place)
{
    if (id == "description") {
        issue.description =
            place == Place::Alone ? documentText(value) : documentExcerpt(value, excerptLimit);
        return;
    }
    if (id == "comment" || id == "worklog") // long lists, which have requests of their own
        return;
    QString text = place == Place::Alone ? fieldText(value) : fieldCell(value, names.lines());
    if (text.isEmpty())
        return;
    if (id == "summary") {
        issue.summary = cleanedLine(std::move(text), json::lineLimit);
    } else if (id == "status") {
        issue.status = std::move(text);
    } else if (id == "assignee") {
        issue.assignee = std::move(text);
    } else {
        const FieldNames::Field &field = names.of(id);
        issue.others.append({field.id, field.name, std::move(text)});
    }
}

Result<Issue> issueFrom(const json::Element &element, FieldNames &names, Place place)
{
    Issue issue;
    issue.key = json::line(element, "key");
    if (issue.key.isEmpty())
        return missing("key"_L1);
    const auto fields = json::member(element, "fields");
    simdjson::dom::object object;
    if (!fields || fields->get(object) != simdjson::SUCCESS)
        return issue;
    issue.others.reserve(static_cast<qsizetype>(object.size()));
    for (const auto field : object) {
        if (!field.value.is_null())
            readField(issue, field.key, field.value, names, place);
    }
    return issue;
}

QHash<QString, QString> customNames(const json::Element &answer)
{
    QHash<QString, QString> result;
    const auto names = json::member(answer, "names");
    simdjson::dom::object object;
    if (!names || names->get(object) != simdjson::SUCCESS)
        return result;
    for (const auto field : object) {
        if (field.key.starts_with("customfield_"))
            result.insert(json::fromUtf8(field.key), json::line(*names, field.key));
    }
    return result;
}

/** {"errorMessages": […], "errors": {field: message}} */
void readErrors(const json::Element &element, Problem &problem)
{
    if (const auto messages = json::list(element, "errorMessages")) {
        for (const json::Element message : *messages) {
            if (const QString text = cleanedLine(fieldText(message), json::lineLimit);
                !text.isEmpty())
                problem.messages.append(text);
        }
    }
    const auto errors = json::member(element, "errors");
    simdjson::dom::object fields;
    if (!errors || errors->get(fields) != simdjson::SUCCESS)
        return;
    for (const auto field : fields) {
        problem.fieldMessages.append({cleanedLine(json::fromUtf8(field.key), 100),
                                      cleanedLine(fieldText(field.value), json::lineLimit)});
    }
}

} // namespace

Result<Myself> myself(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    Myself result{json::line(*root, "accountId"),
                  json::line(*root, "displayName"),
                  json::line(*root, "emailAddress")};
    if (result.accountId.isEmpty())
        return missing("accountId"_L1);
    return result;
}

Result<QStringList> missingPermissions(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto permissions = json::member(*root, "permissions");
    simdjson::dom::object object;
    if (!permissions || permissions->get(object) != simdjson::SUCCESS)
        return missing("permissions"_L1);
    QStringList result;
    for (const auto permission : object) {
        if (!json::isTrue(permission.value, "havePermission"))
            result.append(cleanedLine(json::fromUtf8(permission.key), json::lineLimit));
    }
    return result;
}

bool isCloudId(const QString &text)
{
    static const QRegularExpression grammar(u"\\A[A-Za-z0-9-]{8,64}\\z"_s);
    return grammar.match(text).hasMatch();
}

Result<QString> cloudId(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const QString id = json::line(*root, "cloudId");
    if (!isCloudId(id))
        return missing("cloudId"_L1);
    return id;
}

Result<ProjectPage> projects(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto values = json::list(*root, "values");
    if (!values)
        return missing("values"_L1);
    ProjectPage page;
    for (const json::Element value : *values) {
        Project project{
            json::line(value, "id"), json::line(value, "key"), json::line(value, "name")};
        if (project.key.isEmpty())
            return missing("key"_L1);
        page.projects.append(std::move(project));
    }
    page.startAt = json::number(*root, "startAt");
    page.total = json::number(*root, "total", page.startAt + page.projects.size());
    page.isLast = json::member(*root, "isLast") ? json::isTrue(*root, "isLast")
                                                : page.startAt + page.projects.size() >= page.total;
    return page;
}

Result<IssuePage> issues(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "issues");
    if (!list)
        return missing("issues"_L1);
    FieldNames names(*root);
    IssuePage page;
    for (const json::Element element : *list) {
        auto issue = issueFrom(element, names, Place::InList);
        if (!issue)
            return failure(issue.error());
        page.issues.append(*std::move(issue));
    }
    page.customNames = customNames(*root);
    std::string_view token;
    const auto next = json::member(*root, "nextPageToken");
    if (next && next->get(token) == simdjson::SUCCESS && token.size() <= nextPageTokenLimit)
        page.nextPageToken = json::fromUtf8(token);
    if (const auto warnings = json::list(*root, "warnings")) {
        for (const json::Element warning : *warnings)
            page.warnings.append(cleanedLine(fieldText(warning), json::lineLimit));
    }
    return page;
}

Result<qint64> count(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const qint64 result = json::number(*root, "count", -1);
    if (result < 0)
        return missing("count"_L1);
    return result;
}

Result<Issue> issue(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    FieldNames names(*root);
    return issueFrom(*root, names, Place::Alone);
}

Result<CommentPage> comments(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "comments");
    if (!list)
        return missing("comments"_L1);
    CommentPage page;
    for (const json::Element element : *list) {
        const auto author = json::member(element, "author");
        const auto text = json::member(element, "body");
        const auto visibility = json::member(element, "visibility");
        page.comments.append({json::line(element, "id"),
                              author ? json::line(*author, "displayName") : QString(),
                              shortTime(json::line(element, "created")),
                              text ? documentText(*text) : QString(),
                              visibility ? json::line(*visibility, "value") : QString()});
    }
    page.startAt = json::number(*root, "startAt");
    page.total = json::number(*root, "total", page.startAt + page.comments.size());
    return page;
}

Result<QString> commentId(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const QString id = json::line(*root, "id");
    if (!isNumericId(id))
        return missing("id"_L1);
    return id;
}

Result<QString> createdKey(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const QString key = json::line(*root, "key");
    if (!isIssueKey(key))
        return missing("key"_L1);
    return key;
}

Problem problem(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    Problem result;
    if (!root)
        return result;
    readErrors(*root, result);
    // Calls about many things have a list: of {"message"}, or of {"elementErrors"} for each.
    if (const auto list = json::list(*root, "errors")) {
        for (const json::Element entry : *list) {
            if (const QString message = json::line(entry, "message"); !message.isEmpty())
                result.messages.append(message);
            if (const auto errorsOfOne = json::member(entry, "elementErrors"))
                readErrors(*errorsOfOne, result);
        }
    }
    // Jira Service Management's.
    if (const QString message = json::line(*root, "errorMessage"); !message.isEmpty())
        result.messages.append(message);
    // The gateway's own errors: {"code":401,"message":"Unauthorized; scope does not match"}.
    if (const QString message = json::line(*root, "message"); !message.isEmpty()) {
        result.isScope = message.contains("scope"_L1, Qt::CaseInsensitive);
        result.messages.append(message);
    }
    return result;
}

} // namespace fairlead::providers::jira::parser
