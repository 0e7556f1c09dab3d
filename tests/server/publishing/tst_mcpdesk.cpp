// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/mcpprovider.h"
#include "server/net/networkhttpclient.h"
#include "server/oauth/serverstore.h"
#include "server/publishing/jiradesk.h"
#include "server/publishing/mcpdesk.h"
#include "tests/server/publishing/publishingworld.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::publishing;
using sandbox::FaultRule;
using tests::PublishingWorld;

namespace {

/** The sandbox's Northwind through its remote MCP server, connected as "atlassian". */
class McpWorld final
{
public:
    McpWorld()
        : m_pins(world.site.jira.database())
        , upstreams({.connections = world.site.jira.stored(),
                     .credentials = world.site.jira.credentials(),
                     .pins = m_pins,
                     .http = m_http,
                     .clock = world.site.jira.clock()})
        , m_uploads(m_network)
        , m_servers(world.site.jira.database())
        , m_signIn({.http = world.site.jira.http,
                    .clients = world.site.jira.clients(),
                    .grants = world.site.jira.grants(),
                    .servers = m_servers,
                    .document = {}})
        , m_provider(upstreams, m_pins, world.site.jira.stored(), m_signIn, [](const QString &) {
            return false;
        })
    {
        upstreams.start();
        const auto connected = QCoro::waitFor(
            m_provider.connectWithToken({.userId = world.site.jira.userId(),
                                         .baseUrl = world.site.sandbox.atlassianMcpUrl(),
                                         .username = u"ada@northwind.example"_s,
                                         .token = Secret("sandbox-api-token-ada"_ba),
                                         .cancellation = {},
                                         .name = u"atlassian"_s}));
        if (!connected)
            qFatal("%s", qPrintable(connected.error().message));
        connectionId = connected->connection.id;
    }
    ~McpWorld() { upstreams.close(); }
    Q_DISABLE_COPY_MOVE(McpWorld)

    [[nodiscard]] DeskOpener opener()
    {
        return McpDesk::opener(upstreams,
                               m_uploads,
                               world.site.jira.stored(),
                               JiraDesk::opener(world.site.jira.provider().parts()));
    }
    [[nodiscard]] Result<std::shared_ptr<IssueDesk>> open(const QString &connection,
                                                          const QString &project = u"WEB"_s)
    {
        DeskRequest request;
        request.caller.userId = world.site.jira.userId();
        request.connection = connection;
        request.project = project;
        return QCoro::waitFor(opener()(request));
    }
    /** Turned off by a person. */
    void turnOff(const QString &tool)
    {
        if (const auto done = m_pins.setOn(connectionId, tool, false); !done)
            qFatal("%s", qPrintable(done.error().message));
        upstreams.reload(connectionId);
    }

    /** Only the remote server is left. */
    void removeJira()
    {
        auto &stored = world.site.jira.stored();
        const auto all = stored.list(world.site.jira.userId());
        for (const connections::Connection &connection : *all) {
            if (connection.provider != "jira"_L1)
                continue;
            if (const auto removed = stored.remove(connection.userId, connection.id); !removed)
                qFatal("%s", qPrintable(removed.error().message));
        }
    }
    /** Whether Jira's own interface was asked for something that ends so. */
    [[nodiscard]] bool hasAsked(const QString &path)
    {
        const auto &entries = world.site.sandbox.journal().entries();
        return std::ranges::any_of(
            entries, [&path](const auto &entry) { return entry.request.path.endsWith(path); });
    }

    PublishingWorld world;
    QString connectionId;

private:
    net::StreamingClient m_http;
    gateway::PinnedTools m_pins;

public:
    gateway::Upstreams upstreams;

private:
    net::NetworkHttpClient m_network;
    gateway::FileUploads m_uploads;
    oauth::ServerStore m_servers;
    gateway::RemoteSignIn m_signIn;
    gateway::McpProvider m_provider;
};

IssueDraft draft(const QString &summary)
{
    return {.project = u"WEB"_s,
            .type = u"story"_s,
            .summary = summary,
            .description = u"Why:\n\n- one\n- two"_s,
            .parent = u"WEB-1"_s,
            .fields = {}};
}

} // namespace

class TestMcpDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<McpWorld> m_mcp;

    QString create(IssueDesk &desk, const QString &summary, const QString &mark)
    {
        const auto prepared = QCoro::waitFor(desk.prepare(draft(summary)));
        if (!prepared)
            qFatal("%s", qPrintable(prepared.error().message));
        return QCoro::waitFor(desk.create(*prepared, mark)).value_or(QString());
    }

    /** Publishes through the remote server. */
    Result<PublishOutcome> publish(const QString &name, const QString &project = u"WEB"_s)
    {
        Publisher publisher(
            m_mcp->world.publications,
            m_mcp->world.site.jira.files,
            m_mcp->opener(),
            m_mcp->world.site.jira.clock(),
            {.indexDelay = {}, .lookInterval = std::chrono::milliseconds(1), .finishInterval = {}});
        PublishRequest request = m_mcp->world.request(name);
        request.connection = u"atlassian"_s;
        request.project = project;
        return QCoro::waitFor(publisher.publish(request));
    }

    void loseCreation(FaultRule::Kind kind)
    {
        FaultRule rule;
        rule.kind = kind;
        rule.contains = "createJiraIssue";
        rule.count = 1;
        m_mcp->world.site.sandbox.faults().add(rule);
    }

private Q_SLOTS:
    void init() { m_mcp = std::make_unique<McpWorld>(); }
    void cleanup() { m_mcp.reset(); }

    void makesTheSameIssueAsTheRestApi()
    {
        const auto remote = m_mcp->open(u"atlassian"_s);
        const auto rest = m_mcp->open({});
        QVERIFY(remote && rest);
        QCOMPARE((*remote)->connection().id, m_mcp->connectionId);
        QVERIFY((*rest)->connection().id != m_mcp->connectionId);
        const QString one = create(**remote, u"Faster"_s, u"pub_1"_s);
        const QString other = create(**rest, u"Faster"_s, u"pub_2"_s);
        const sandbox::JiraIssue *made = m_mcp->world.issue(one);
        const sandbox::JiraIssue *expected = m_mcp->world.issue(other);
        QVERIFY(made != nullptr && expected != nullptr);
        QCOMPARE(made->summary, expected->summary);
        QCOMPARE(made->typeId, expected->typeId);
        QCOMPARE(made->parentId, expected->parentId);
        QCOMPARE(m_mcp->world.description(one), m_mcp->world.description(other));
        QCOMPARE((*remote)->issueUrl(one).toString(),
                 (*rest)->issueUrl(other).toString().replace(other, one));
    }

    void findsTheIssueWhoseAnswerWasLost()
    {
        const auto desk = m_mcp->open(u"atlassian"_s);
        const auto prepared = QCoro::waitFor((*desk)->prepare(draft(u"Lost"_s)));
        const qsizetype before = m_mcp->world.countOfIssues();
        m_mcp->world.loseAnswer("POST", u"/v2/mcp"_s);
        const auto lost = QCoro::waitFor((*desk)->create(*prepared, u"pub_lost"_s));
        QVERIFY(!lost);
        QVERIFY2(IssueDesk::mayHaveHappened(lost.error()), qPrintable(lost.error().message));
        QCOMPARE(m_mcp->world.countOfIssues(), before + 1);
        LostIssue wanted{.project = u"WEB"_s,
                         .mark = u"pub_lost"_s,
                         .summary = u" Lost "_s,
                         .age = std::chrono::minutes(10)};
        const auto found = QCoro::waitFor((*desk)->find(wanted));
        QVERIFY(found && !found->areMarked);
        QCOMPARE(found->keys.size(), 1);
        QCOMPARE(m_mcp->world.issue(found->keys.first())->summary, u"Lost"_s);
        wanted.summary = u"Los"_s;
        QCOMPARE(QCoro::waitFor((*desk)->find(wanted))->keys, QStringList());
        wanted.summary.clear(); // asked for by an older version
        QCOMPARE(QCoro::waitFor((*desk)->find(wanted)).error().code, ErrorCode::Conflict);
    }

    void findsItAmongManyOthers()
    {
        auto &site = m_mcp->world.site.sandbox.site();
        sandbox::JiraIssue other = *m_mcp->world.issue(u"WEB-6"_s);
        other.creatorId = site.userByEmail(u"ada@northwind.example"_s)->accountId;
        other.created = site.now();
        for (int number = 0; number < 120; ++number)
            site.addIssue(other);
        m_mcp->world.site.sandbox.clock().advance(std::chrono::seconds(1));
        const auto desk = m_mcp->open(u"atlassian"_s);
        const QString key = create(**desk, u"The last"_s, u"pub_1"_s);
        const LostIssue wanted{.project = u"WEB"_s,
                               .mark = {},
                               .summary = u"The last"_s,
                               .age = std::chrono::minutes(10)};
        QCOMPARE(QCoro::waitFor((*desk)->find(wanted))->keys, QStringList(key));
    }

    void changesCommentsAndReads()
    {
        const auto desk = m_mcp->open(u"atlassian"_s);
        const QString key = create(**desk, u"First"_s, u"pub_1"_s);
        IssueDraft changed = draft(u"Second"_s);
        changed.description = u"New"_s;
        QVERIFY(QCoro::waitFor((*desk)->update(key, changed)));
        QCOMPARE(m_mcp->world.issue(key)->summary, u"Second"_s);
        QCOMPARE(QCoro::waitFor((*desk)->description(key)).value_or(QString()), u"New"_s);
        QVERIFY(QCoro::waitFor((*desk)->comment(key, u"Look"_s)));
        QCOMPARE(m_mcp->world.issue(key)->comments.size(), 1);
        QCOMPARE(QCoro::waitFor((*desk)->description(u"WEB-9999"_s)).error().code,
                 ErrorCode::NotFound);
    }

    void tellsTheStatusOfThoseThatAreLeft()
    {
        const auto desk = m_mcp->open(u"atlassian"_s);
        const auto all = QCoro::waitFor((*desk)->statuses({u"WEB-1"_s, u"WEB-2"_s}));
        QCOMPARE(all->size(), 2);
        const auto some = QCoro::waitFor((*desk)->statuses({u"WEB-1"_s, u"WEB-9999"_s}));
        QCOMPARE(some->keys(), QStringList{u"WEB-1"_s});
        QCOMPARE(some->value(u"WEB-1"_s), all->value(u"WEB-1"_s));
    }

    void asksEachSiteOfAConnectionForItsIssues()
    {
        const QString user = m_mcp->world.site.jira.userId();
        const auto publish = [&](const QString &key, const QString &site) {
            Publication publication;
            publication.id = u"pub_"_s + key;
            publication.userId = user;
            publication.connectionId = m_mcp->connectionId;
            publication.project = key.section(u'-', 0, 0);
            publication.workspace = publication.path = u"/notes"_s;
            publication.startedAt = m_mcp->world.site.jira.clock().now();
            publication.issueKey = key;
            publication.issueUrl = QUrl(site + u"/browse/"_s + key);
            return m_mcp->world.publications.add(publication).has_value();
        };
        QVERIFY(publish(u"WEB-1"_s, u"https://one.example"_s));
        QVERIFY(publish(u"MOB-1"_s, u"https://one.example"_s));
        QStringList asked;
        Publisher publisher(
            m_mcp->world.publications,
            m_mcp->world.site.jira.files,
            [&](const DeskRequest &request) {
                asked.append(request.project);
                return m_mcp->opener()(request);
            },
            m_mcp->world.site.jira.clock());
        tools::Caller caller;
        caller.userId = user;
        QVERIFY(QCoro::waitFor(publisher.list(caller, {}, true, {})));
        QCOMPARE(asked, QStringList(QString())); // it is the only one
        QVERIFY(publish(u"OPS-1"_s, u"https://two.example"_s));
        asked.clear();
        QVERIFY(QCoro::waitFor(publisher.list(caller, {}, true, {})));
        asked.sort();
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked.contains(u"OPS"_s) && !asked.contains(QString()));
    }

    void refusesWhatTheProjectDoesNotHave()
    {
        const auto desk = m_mcp->open(u"atlassian"_s);
        IssueDraft wrong = draft(u"x"_s);
        wrong.type = u"Nonsense"_s;
        const auto prepared = QCoro::waitFor((*desk)->prepare(wrong));
        QCOMPARE(prepared.error().code, ErrorCode::InvalidInput);
        QVERIFY(prepared.error().message.contains("Nonsense"_L1));
    }

    void saysThatNothingIsConnected()
    {
        m_mcp->removeJira();
        auto &stored = m_mcp->world.site.jira.stored();
        QVERIFY(stored.remove(m_mcp->world.site.jira.userId(), m_mcp->connectionId));
        m_mcp->upstreams.reload(m_mcp->connectionId);
        QCOMPARE(m_mcp->open({}).error().message,
                 u"Jira is not connected. Open Connections and connect Jira."_s);
    }

    void saysWhichToolIsMissing()
    {
        const auto desk = m_mcp->open(u"atlassian"_s);
        QVERIFY(desk);
        m_mcp->turnOff(u"createJiraIssue"_s);
        m_mcp->turnOff(u"executeWrite"_s);
        const auto again = m_mcp->open(u"atlassian"_s);
        const auto prepared = QCoro::waitFor((*again)->prepare(draft(u"x"_s)));
        const auto made = QCoro::waitFor((*again)->create(*prepared, u"pub_1"_s));
        QCOMPARE(made.error().code, ErrorCode::Forbidden);
        QVERIFY(made.error().message.contains("createJiraIssue"_L1));
    }

    void leavesNothingInAnIssueToFindItBy()
    {
        const auto desk = m_mcp->open(u"atlassian"_s);
        IssueDraft labelled = draft(u"Labelled"_s);
        labelled.fields = {{u"labels"_s, QJsonArray{u"own"_s}}};
        const auto prepared = QCoro::waitFor((*desk)->prepare(labelled));
        QVERIFY(prepared);
        const QString key = *QCoro::waitFor((*desk)->create(*prepared, u"pub_1"_s));
        QCOMPARE(m_mcp->world.issue(key)->labels, QStringList(u"own"_s));
        QVERIFY(!m_mcp->world.description(key).contains("pub_1"_L1));
    }

    void publishesIntoAProjectWithoutLabels()
    {
        m_mcp->world.write(u"plan.md"_s, "# Plan\n\nText");
        loseCreation(FaultRule::Kind::Cut);
        QVERIFY(!publish(u"plan.md"_s, u"PPL"_s));
        const qsizetype before = m_mcp->world.countOfIssues();
        const auto outcome = publish(u"plan.md"_s, u"PPL"_s);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(m_mcp->world.countOfIssues(), before);
        QCOMPARE(m_mcp->world.issue(outcome->publication.issueKey)->summary, u"Plan"_s);
    }

    void takesNoIssueOfAnotherFileForTheLostOne()
    {
        m_mcp->world.write(u"one.md"_s, "# Overview\n\nOne");
        m_mcp->world.write(u"two.md"_s, "# Overview\n\nTwo");
        const auto one = publish(u"one.md"_s);
        loseCreation(FaultRule::Kind::Html); // nothing is made
        QVERIFY(!publish(u"two.md"_s));
        const auto two = publish(u"two.md"_s);
        QVERIFY2(two, two ? "" : qPrintable(two.error().message));
        QVERIFY(two->publication.issueKey != one->publication.issueKey);
        QCOMPARE(m_mcp->world.description(two->publication.issueKey), u"Two"_s);
    }

    void doesNotGuessWhichOfTwoWasLost()
    {
        m_mcp->world.write(u"one.md"_s, "# Overview\n\nOne");
        m_mcp->world.write(u"two.md"_s, "# Overview\n\nTwo");
        const qsizetype before = m_mcp->world.countOfIssues();
        loseCreation(FaultRule::Kind::Cut);
        QVERIFY(!publish(u"one.md"_s));
        loseCreation(FaultRule::Kind::Cut);
        QVERIFY(!publish(u"two.md"_s));
        const auto again = publish(u"one.md"_s);
        QVERIFY(!again);
        QVERIFY2(again.error().message.contains(u"more than one with the summary “Overview”"_s),
                 qPrintable(again.error().message));
        QCOMPARE(m_mcp->world.countOfIssues(), before + 2);
    }

    void attachesFiles()
    {
        const auto desk = m_mcp->open(u"atlassian"_s);
        const QByteArray content("\x89PNG\r\n\x1a\n\0--", 11);
        const auto attached =
            QCoro::waitFor((*desk)->attach(u"WEB-1"_s, u"it's a plan.png"_s, content));
        QVERIFY2(attached, attached ? "" : qPrintable(attached.error().message));
        const auto attachments = m_mcp->world.issue(u"WEB-1"_s)->attachments;
        QCOMPARE(attachments.last().fileName, u"it's a plan.png"_s);
        QCOMPARE(attachments.last().content, content);
        // Nothing of it went through Jira's own interface.
        QVERIFY(!m_mcp->hasAsked(u"/attachment/meta"_s));
    }

    void attachesOverJiraItselfWhereTheServerTakesNone()
    {
        m_mcp->turnOff(u"executeWrite"_s);
        const auto desk = m_mcp->open(u"atlassian"_s);
        const auto attached = QCoro::waitFor((*desk)->attach(u"WEB-1"_s, u"a.png"_s, "x"));
        QVERIFY2(attached, attached ? "" : qPrintable(attached.error().message));
        QCOMPARE(m_mcp->world.issue(u"WEB-1"_s)->attachments.last().fileName, u"a.png"_s);
        QVERIFY(m_mcp->hasAsked(u"/attachment/meta"_s));
    }

    void tellsWhatHangsOnAnIssue()
    {
        for (const QString &connection : {u"atlassian"_s, QString()}) {
            const auto desk = m_mcp->open(connection);
            const auto before = QCoro::waitFor((*desk)->attachments(u"WEB-1"_s));
            QVERIFY(before);
            QVERIFY(QCoro::waitFor((*desk)->attach(u"WEB-1"_s, u"a.png"_s, "xyz")));
            const auto after = QCoro::waitFor((*desk)->attachments(u"WEB-1"_s));
            QCOMPARE(after->size(), before->size() + 1);
            const Attachment added{u"a.png"_s, 3};
            QCOMPARE(after->count(added), before->count(added) + 1);
        }
    }

    void attachesNothingTwice()
    {
        const auto desk = m_mcp->open(u"atlassian"_s);
        const qsizetype before = m_mcp->world.issue(u"WEB-1"_s)->attachments.size();
        sandbox::FaultRule rule;
        rule.kind = FaultRule::Kind::Cut;
        rule.contains = "fileId";
        rule.count = 1;
        m_mcp->world.site.sandbox.faults().add(rule);
        QVERIFY(!QCoro::waitFor((*desk)->attach(u"WEB-1"_s, u"a.png"_s, "x")));
        QCOMPARE(m_mcp->world.issue(u"WEB-1"_s)->attachments.size(), before + 1);
    }

    void saysWhatToDoWhereNoWayTakesFiles()
    {
        m_mcp->removeJira();
        m_mcp->turnOff(u"executeWrite"_s);
        const auto desk = m_mcp->open(u"atlassian"_s);
        const auto attached = QCoro::waitFor((*desk)->attach(u"WEB-1"_s, u"a.png"_s, "x"));
        QVERIFY(!attached);
        QVERIFY2(attached.error().message.contains("uploadAttachmentToJiraIssue"_L1)
                     && attached.error().message.contains("fairleadctl connect jira"_L1),
                 qPrintable(attached.error().message));
    }

    void isTakenWhereThereIsNoOtherWayToJira()
    {
        m_mcp->removeJira();
        const auto desk = m_mcp->open({});
        QVERIFY(desk);
        QCOMPARE((*desk)->connection().id, m_mcp->connectionId);
    }
};

QTEST_GUILESS_MAIN(TestMcpDesk)
#include "tst_mcpdesk.moc"
