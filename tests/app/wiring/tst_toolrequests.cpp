// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/providers.h"
#include "server/tools/toolregistry.h"
#include "tests/app/wiring/testinstance.h"
#include "tests/fakes/golden.h"
#include "tests/sandbox/jira/contract.h"
#include "tests/sandbox/jira/schemacheck.h"
#include "tests/sandbox/notion/notioncontract.h"
#include "tests/sandbox/sandbox.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using sandbox::Journal;

namespace {

/** As they are called in the journal. */
constexpr auto notionService = "notion"_L1;
constexpr auto mediaService = "media"_L1;

/** Operations of Notion that are younger than its published description. */
const QStringList youngerOfNotion{u"DELETE /v1/comments/{comment_id}"_s,
                                  u"GET /v1/async_tasks/{task_id}"_s,
                                  u"GET /v1/comments/{comment_id}"_s,
                                  u"GET /v1/views"_s,
                                  u"GET /v1/views/{view_id}"_s,
                                  u"GET /v1/views/{view_id}/queries/{query_id}"_s,
                                  u"PATCH /v1/comments/{comment_id}"_s,
                                  u"POST /v1/databases"_s,
                                  u"POST /v1/file_uploads"_s,
                                  u"POST /v1/file_uploads/{file_upload_id}/complete"_s,
                                  u"POST /v1/file_uploads/{file_upload_id}/send"_s,
                                  u"POST /v1/views/{view_id}/queries"_s};

/** Whether "/v1/pages/1a2b/markdown" is one of "/v1/pages/{page_id}/markdown". */
bool fits(const QString &path, const QString &form)
{
    const QStringList parts = path.split(u'/');
    const QStringList wanted = form.split(u'/');
    return std::ranges::equal(parts, wanted, [](const QString &part, const QString &want) {
        return want.startsWith(u'{') || part == want;
    });
}

/** The body as JSON, which may also be no more than a string; Undefined when it is something else.
 */
QJsonValue jsonBody(const sandbox::Request &request)
{
    const QJsonArray around = QJsonDocument::fromJson('[' + request.body + ']').array();
    return around.size() == 1 ? around.first() : QJsonValue(QJsonValue::Undefined);
}

QString joined(const QMap<QString, QString> &problems)
{
    QStringList lines;
    for (auto problem = problems.begin(); problem != problems.end(); ++problem)
        lines.append(problem.key() + u": "_s + problem.value());
    return lines.join(u"; "_s);
}

QJsonObject replaced(const QJsonObject &object, const QString &what, const QString &by)
{
    QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return QJsonDocument::fromJson(text.replace(what, by).toUtf8()).object();
}

} // namespace

/**
 * Every tool of Jira and Notion with the inputs of tests/data/tools/inputs.json, on a whole server
 * against the sandbox: each request that goes out is one that the service's published description
 * allows, and one that the tool's definition names.
 *
 * A tool's inputs are called in their order, on a service that is in its first state before them.
 * "$keep" is a regular expression for the answer: in the inputs behind it, "$kept" stands for what
 * its group found. "$tool" calls another tool first, which does not count.
 * Then all are called again with more connections: what is asked to find the one that is meant.
 */
class TestToolRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_inputs = QJsonDocument::fromJson(fakes::testData(u"tools/inputs.json"_s)).object();
        QVERIFY(!m_inputs.isEmpty());
        QFile file(m_folder.filePath(u"notes.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("From a folder") > 0);
    }

    void everyToolHasInputs()
    {
        start();
        QStringList without;
        for (const tools::ToolDefinition &tool : m_instance->server().toolRegistry().list({})) {
            const bool isHere = tool.service == "jira"_L1 || tool.service == "notion"_L1;
            if (isHere && m_inputs.value(tool.name).toArray().size() < 2)
                without.append(tool.name);
        }
        QCOMPARE(without, QStringList());
    }

    void noticesWhatIsNotAllowed_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("problem");
        const QString comment = u"jira_add_comment"_s;
        const QString path = u"/rest/api/3/issue/WEB-1/comment"_s;
        const QString query = u"/rest/api/3/search/jql"_s;
        const QString search = u"notion_search"_s;
        QTest::newRow("right") << comment << "POST"_ba << path << R"({"body":{}})"_ba << QString();
        QTest::newRow("not named") << comment << "GET"_ba << path << QByteArray()
                                   << u"is not among the endpoints of jira_add_comment"_s;
        QTest::newRow("unknown") << comment << "POST"_ba << u"/rest/api/3/nothing"_s << QByteArray()
                                 << u"is in no description"_s;
        QTest::newRow("member") << u"jira_search"_s << "POST"_ba << query << R"({"text":1})"_ba
                                << u"text: Unrecognized field \"text\"."_s;
        QTest::newRow("type") << u"jira_search"_s << "POST"_ba << query << R"({"jql":1})"_ba
                              << u"jql: The value must be of type string."_s;
        QTest::newRow("no JSON") << comment << "POST"_ba << path << "body"_ba
                                 << u"has a body that is not JSON"_s;
        QTest::newRow("Notion") << search << "POST"_ba << u"/v1/search"_s << R"({"page_size":1})"_ba
                                << QString();
        QTest::newRow("of Notion")
            << search << "POST"_ba << u"/v1/search"_s << R"({"page_size":"all"})"_ba
            << u"body.page_size: The value must be of type integer."_s;
        QTest::newRow("not named of Notion")
            << search << "GET"_ba << u"/v1/users/me"_s << QByteArray()
            << u"is not among the endpoints of notion_search"_s;
    }

    void noticesWhatIsNotAllowed()
    {
        QFETCH(const QString, tool);
        QFETCH(const QByteArray, method);
        QFETCH(const QString, path);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, problem);
        if (!m_instance)
            start();
        Journal::Entry entry;
        entry.service = path.startsWith("/v1/"_L1) ? u"notion"_s : u"jira:northwind"_s;
        entry.request.method = method;
        entry.request.path = path;
        entry.request.body = body;
        entry.request.headers = {{"Content-Type"_ba, "application/json"_ba}};
        entry.status = 200;
        QCOMPARE(problemOf(entry, *m_instance->server().toolRegistry().find(tool)), problem);
    }

    void sendsWhatTheServiceTakes_data()
    {
        QTest::addColumn<QString>("tool");
        for (auto tool = m_inputs.begin(); tool != m_inputs.end(); ++tool)
            QTest::newRow(qPrintable(tool.key())) << tool.key();
    }

    void sendsWhatTheServiceTakes()
    {
        QFETCH(const QString, tool);
        start();
        QString kept;
        int done = 0;
        qsizetype requests = 0;
        const QJsonArray inputs = m_inputs.value(tool).toArray();
        for (const auto &input : inputs) {
            const Step step = stepOf(input.toObject(), tool, kept);
            const tools::ToolResult result = call(step.tool, step.arguments);
            const QString text = result.content.first().text;
            QVERIFY2(!result.isError, qPrintable(step.tool + u": "_s + text));
            const QString problem = problemOfAll(step.tool, &TestToolRequests::problemOf);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            done += step.tool == tool ? 1 : 0;
            requests += m_sandbox->journal().entries().size();
            if (step.keep.isEmpty())
                continue;
            kept = QRegularExpression(step.keep).match(text).captured(1);
            QVERIFY2(!kept.isEmpty(), qPrintable(step.keep + u" is not in: "_s + text));
        }
        QVERIFY2(done >= 2, "Every tool is to be called with at least two inputs.");
        QVERIFY2(requests > 0, "Every tool is to ask its service.");
        connectOthers();
        for (const auto &input : inputs) {
            const Step step = stepOf(input.toObject(), tool, kept);
            call(step.tool, step.arguments);
            const QString problem = problemOfAll(step.tool, &TestToolRequests::operationProblem);
            QVERIFY2(problem.isEmpty(), qPrintable(u"With several connected, "_s + problem));
        }
    }

private:
    struct Step
    {
        QString tool;
        QJsonObject arguments;
        QString keep;
    };

    [[nodiscard]] Step stepOf(const QJsonObject &input,
                              const QString &tool,
                              const QString &kept) const
    {
        QJsonObject arguments = replaced(input, u"$kept"_s, kept);
        arguments = replaced(arguments, u"$folder"_s, m_folder.path());
        Step step;
        step.tool = arguments.take("$tool"_L1).toString(tool);
        step.keep = arguments.take("$keep"_L1).toString();
        step.arguments = arguments;
        return step;
    }

    void start()
    {
        m_instance.reset();
        sandbox::Sandbox::Options options;
        options.sites.append({u"tidewater"_s, 0});
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        addTasks();
        // What is read before a write for undo is no tool's own.
        const QJsonObject settings{{u"notionApiUrl"_s, m_sandbox->notionUrl()},
                                   {u"undoRetentionDays"_s, 0}};
        m_instance = std::make_unique<tests::TestInstance>(QJsonDocument(settings).toJson());
        QVERIFY(m_instance->server().approvedFolders().add(m_folder.path()));
        connectTo(
            u"jira"_s, m_sandbox->url(), u"ada@northwind.example"_s, "sandbox-api-token-ada"_ba);
        connectTo(u"notion"_s, {}, {}, "ntn_sandbox_pat_ada"_ba);
    }

    /** Where several are connected, tools first find out which one is meant. */
    void connectOthers()
    {
        connectTo(u"jira"_s,
                  m_sandbox->url(u"tidewater"_s),
                  u"ada@tidewater.example"_s,
                  "sandbox-api-token-ada"_ba);
        connectTo(u"notion"_s, {}, {}, "ntn_sandbox_internal"_ba);
    }

    /** Nothing that the tools ask makes a task; people's own work in Notion does. */
    void addTasks()
    {
        auto &workspace = m_sandbox->notion().workspace();
        sandbox::NotionTask task{.id = u"7a5c0000-0000-4000-8000-000000000001"_s,
                                 .ownerId = u"d5f61b82-7242-55c2-b6d8-13f52347e0a9"_s,
                                 .operation = u"update_page_markdown"_s,
                                 .result = {},
                                 .done = m_sandbox->clock().now().addDays(1),
                                 .created = m_sandbox->clock().now()};
        workspace.tasks.append(task);
        task.id = u"7a5c0000-0000-4000-8000-000000000002"_s;
        task.done = task.created;
        workspace.tasks.append(task);
    }

    void connectTo(const QString &service,
                   const QString &url,
                   const QString &name,
                   const QByteArray &token)
    {
        const auto provider = m_instance->server().providers().find(service);
        QVERIFY(provider);
        const auto connected = QCoro::waitFor(
            (*provider)->connectWithToken({.userId = m_instance->server().defaultUser().id,
                                           .baseUrl = url,
                                           .username = name,
                                           .token = Secret(token),
                                           .cancellation = {}}));
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().message));
    }

    tools::ToolResult call(const QString &tool, const QJsonObject &arguments)
    {
        m_sandbox->journal().clear();
        tools::ToolCall call;
        call.tool = tool;
        call.arguments = arguments;
        call.caller.userId = m_instance->server().defaultUser().id;
        call.caller.access = tools::KeyAccess::Full;
        auto result = QCoro::waitFor(m_instance->server().tools().invoke(std::move(call)));
        return result ? *result : tools::ToolResult::fromError(result.error());
    }

    using Check = QString (TestToolRequests::*)(const Journal::Entry &,
                                                const tools::ToolDefinition &) const;

    /** Of all requests since the last call. */
    [[nodiscard]] QString problemOfAll(const QString &tool, Check check) const
    {
        const tools::ToolDefinition *definition = m_instance->server().toolRegistry().find(tool);
        QStringList lines;
        for (const Journal::Entry &entry : m_sandbox->journal().entries()) {
            const QString problem = (this->*check)(entry, *definition);
            if (!problem.isEmpty())
                lines.append(u"%1 %2 of %3 %4"_s.arg(
                    QString::fromLatin1(entry.request.method), entry.request.path, tool, problem));
        }
        return lines.join(u'\n');
    }

    [[nodiscard]] QString problemOf(const Journal::Entry &entry,
                                    const tools::ToolDefinition &tool) const
    {
        if (const QString problem = operationProblem(entry, tool); !problem.isEmpty())
            return problem;
        // The sandbox says so of requests that its services would not take.
        if (entry.status == 400 || entry.status == 415 || entry.status == 501)
            return u"was refused with %1"_s.arg(entry.status);
        if (entry.service == mediaService)
            return {};
        if (entry.service != notionService)
            return jiraProblem(entry);
        return m_notionContract.complaint(
            operationOf(entry), entry.request, jsonBody(entry.request).toObject());
    }

    [[nodiscard]] QString operationProblem(const Journal::Entry &entry,
                                           const tools::ToolDefinition &tool) const
    {
        // Atlassian's file store: a download is sent on to it, by an address that works once.
        if (entry.service == mediaService)
            return {};
        const QString operation = operationOf(entry);
        if (operation.isEmpty())
            return u"is in no description"_s;
        return tool.endpoints.contains(operation) ? QString()
                                                  : u"is not among the endpoints of "_s + tool.name;
    }

    [[nodiscard]] QString operationOf(const Journal::Entry &entry) const
    {
        return entry.service == notionService ? notionOperation(entry) : jiraOperation(entry);
    }

    [[nodiscard]] QString notionOperation(const Journal::Entry &entry) const
    {
        const QString method = QString::fromLatin1(entry.request.method);
        const QString exact = method + u' ' + entry.request.path;
        const QStringList known = m_notionContract.operations() + youngerOfNotion;
        if (known.contains(exact))
            return exact;
        for (const QString &operation : known) {
            if (operation.section(u' ', 0, 0) == method
                && fits(entry.request.path, operation.section(u' ', 1)))
                return operation;
        }
        return {};
    }

    [[nodiscard]] QString jiraOperation(const Journal::Entry &entry) const
    {
        const auto match = m_jiraContract.match(entry.request.method, entry.request.path);
        if (!match.operation)
            return {};
        return QString::fromLatin1(match.operation->method) + u' '
            + match.operation->segments.join(u'/');
    }

    [[nodiscard]] QString jiraProblem(const Journal::Entry &entry) const
    {
        const auto match = m_jiraContract.match(entry.request.method, entry.request.path);
        const sandbox::Contract::Operation &operation = *match.operation;
        const QString query = joined(sandbox::Contract::checkQuery(operation, entry.request));
        if (!query.isEmpty() || (operation.contentType.isEmpty() && entry.request.body.isEmpty()))
            return query;
        if (entry.request.contentType() != operation.contentType)
            return u"has a body of type "_s + QString::fromLatin1(entry.request.contentType());
        if (operation.contentType != "application/json")
            return {};
        const QJsonValue body = jsonBody(entry.request);
        if (body.isUndefined())
            return u"has a body that is not JSON"_s;
        return joined(sandbox::checkSchema(operation.bodySchema, body));
    }

    QJsonObject m_inputs;
    QTemporaryDir m_folder;
    sandbox::Contract m_jiraContract;
    sandbox::NotionContract m_notionContract;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<tests::TestInstance> m_instance;
};

QTEST_GUILESS_MAIN(TestToolRequests)
#include "tst_toolrequests.moc"
