// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclientport.h"
#include "tests/fakes/golden.h"
#include "tests/server/providers/jira/jirafixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using fakes::FakeClientPort;
using tests::JiraFixture;

namespace {

const QString api = u"https://company.atlassian.net/rest/api/3"_s;
const QString typesUrl = api + u"/issue/createmeta/ABC/issuetypes?startAt=0&maxResults=50"_s;
const QString fieldsUrl = api + u"/issue/createmeta/ABC/issuetypes/10002?startAt=0&maxResults=50"_s;
const QString projectsUrl = api + u"/project/search?startAt=0&maxResults=100&orderBy=key"_s;

} // namespace

/** jira_create_issue and jira_add_comment with somebody there to ask. */
class TestAskPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_jira = std::make_unique<JiraFixture>();
        m_jira->connect();
        m_client = std::make_shared<FakeClientPort>();
    }

    void asksForAllThatIsMissing()
    {
        m_jira->http.plan(
            "GET"_ba,
            projectsUrl,
            200,
            R"({"total":1,"isLast":true,"values":[{"key":"ABC","name":"Alphabet"}]})"_ba);
        planTypes();
        planCreation();
        m_client->fillIn({{u"project"_s, u"ABC"_s},
                          {u"summary"_s, u"It fails"_s},
                          {u"type"_s, u"Bug"_s},
                          {u"customfield_10050"_s, u"Minor"_s}});
        const auto result = create({});
        QVERIFY2(!result.isError, qPrintable(result.content.first().text));
        QCOMPARE(m_client->asked().size(), 3);
        QCOMPARE(FakeClientPort::fieldsOf(m_client->asked()[0]),
                 (QStringList{u"project"_s, u"summary"_s}));
        QCOMPARE(choices(1, u"type"_s), (QJsonArray{u"Task"_s, u"Bug"_s}));
        QCOMPARE(choices(2, u"customfield_10050"_s), (QJsonArray{u"Minor"_s, u"Critical"_s}));
        const QJsonValue sent =
            QJsonDocument::fromJson(m_jira->http.requests().last().body)["fields"_L1];
        QCOMPARE(sent["summary"_L1], u"It fails"_s);
        QCOMPARE(sent["customfield_10050"_L1]["value"_L1], u"Minor"_s);
    }

    void asksForNothingThatIsGiven()
    {
        planCreation();
        const auto result = create({{u"project"_s, u"ABC"_s},
                                    {u"summary"_s, u"It fails"_s},
                                    {u"type"_s, u"Bug"_s},
                                    {u"fields"_s, QJsonObject{{u"Severity"_s, u"Minor"_s}}}});
        QVERIFY2(!result.isError, qPrintable(result.content.first().text));
        QVERIFY(m_client->asked().isEmpty());
    }

    void changesNothingWhenThePersonDeclines()
    {
        planTypes();
        m_client->answer(tools::InputAnswer::Action::Decline);
        const auto result = create({{u"project"_s, u"ABC"_s}, {u"summary"_s, u"It fails"_s}});
        QVERIFY(result.isError);
        QCOMPARE(result.content.first().text,
                 u"The person did not want to say: type. Nothing was done."_s);
        QCOMPARE(m_jira->http.requests().size(), 1);
        QCOMPARE(m_jira->current(connection()).state, connections::ConnectionState::Connected);
    }

    void checksWhatThePersonGives_data()
    {
        QTest::addColumn<QString>("summary");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("too long") << QString(300, u'x') << u"summary"_s;
    }
    void checksWhatThePersonGives()
    {
        QFETCH(QString, summary);
        QFETCH(QString, sentence);
        m_client->fillIn({{u"summary"_s, summary}});
        const auto result = create({{u"project"_s, u"ABC"_s}, {u"type"_s, u"Bug"_s}});
        QVERIFY(result.isError);
        QVERIFY2(result.content.first().text.contains(sentence),
                 qPrintable(result.content.first().text));
        QVERIFY(m_jira->http.requests().isEmpty());
    }

    void saysWhatIsGivenWronglyBeforeAskingForTheRest()
    {
        const auto result = create({{u"project"_s, u"no key"_s}});
        QVERIFY(result.isError);
        QVERIFY(result.content.first().text.contains("must be a project key"_L1));
        QVERIFY(m_client->asked().isEmpty());
    }

    void asksWhichSiteBeforeWriting()
    {
        m_jira->connect(u"other.atlassian.net"_s);
        planProjectOnBoth();
        const QString commentUrl = u"https://other.atlassian.net/rest/api/3/issue/ABC-12/comment"_s;
        m_jira->http.plan("POST"_ba, commentUrl, 201, R"({"id":"7"})"_ba);
        m_client->fillIn({{u"connection"_s, u"other.atlassian.net"_s}});
        const QJsonObject comment{{u"key"_s, u"ABC-12"_s}, {u"body"_s, u"Done"_s}};
        const auto result = call(u"jira_add_comment"_s, comment, m_client);
        QVERIFY2(!result.isError, qPrintable(result.content.first().text));
        QCOMPARE(choices(0, u"connection"_s),
                 (QJsonArray{u"company.atlassian.net"_s, u"other.atlassian.net"_s}));
    }

    void tellsTheModelWhereThereIsNobodyToAsk()
    {
        const auto missing = call(u"jira_create_issue"_s, {{u"project"_s, u"ABC"_s}}, nullptr);
        QVERIFY(missing.isError);
        QVERIFY(missing.content.first().text.startsWith("jira_create_issue did not run."_L1));
        QVERIFY(m_jira->http.requests().isEmpty());
        m_jira->connect(u"other.atlassian.net"_s);
        planProjectOnBoth();
        const QJsonObject comment{{u"key"_s, u"ABC-12"_s}, {u"body"_s, u"Done"_s}};
        const auto which = call(u"jira_add_comment"_s, comment, nullptr);
        QVERIFY(which.content.first().text.startsWith("Several Jira connections fit"_L1));
        QCOMPARE(m_jira->http.requests().size(), 2);
    }

    void linksTheIssueThatWasMade()
    {
        planCreation();
        const auto result = create({{u"project"_s, u"ABC"_s},
                                    {u"summary"_s, u"It fails"_s},
                                    {u"type"_s, u"Bug"_s},
                                    {u"fields"_s, QJsonObject{{u"Severity"_s, u"Minor"_s}}}});
        QCOMPARE(result.content.size(), 2);
        QCOMPARE(result.content[1].kind, tools::Content::Kind::ResourceLink);
        QCOMPARE(result.content[1].uri, u"jira://company.atlassian.net/issue/ABC-12"_s);
        QCOMPARE(result.content[1].name, u"ABC-12"_s);
    }

private:
    void planProjectOnBoth()
    {
        for (const QString &site : {u"company"_s, u"other"_s})
            m_jira->http.plan("GET"_ba,
                              u"https://%1.atlassian.net/rest/api/3/project/ABC"_s.arg(site),
                              200,
                              R"({"id":"1","key":"ABC","name":"Alphabet"})"_ba);
    }

    void planTypes()
    {
        m_jira->http.plan("GET"_ba, typesUrl, 200, fakes::testData(u"jira/types.json"_s));
    }

    void planCreation()
    {
        planTypes();
        m_jira->http.plan(
            "GET"_ba, fieldsUrl, 200, fakes::testData(u"jira/fields-required.json"_s));
        m_jira->http.plan("POST"_ba, api + u"/issue"_s, 201, R"({"id":"1","key":"ABC-12"})"_ba);
    }

    [[nodiscard]] tools::ToolResult call(const QString &tool,
                                         const QJsonObject &arguments,
                                         const tools::ClientPortPointer &client)
    {
        tools::ToolCall toolCall;
        toolCall.tool = tool;
        toolCall.arguments = arguments;
        toolCall.caller.userId = m_jira->userId();
        toolCall.client = client;
        const auto result = QCoro::waitFor(m_jira->registry.invoke(toolCall));
        return result ? *result : tools::ToolResult::fromError(result.error());
    }

    [[nodiscard]] tools::ToolResult create(const QJsonObject &arguments)
    {
        return call(u"jira_create_issue"_s, arguments, m_client);
    }

    [[nodiscard]] QJsonArray choices(qsizetype form, const QString &field) const
    {
        return m_client->asked()[form].schema["properties"_L1][field]["enum"_L1].toArray();
    }

    [[nodiscard]] connections::Connection connection() const
    {
        return m_jira->stored().list(m_jira->userId()).value().first();
    }

    std::unique_ptr<JiraFixture> m_jira;
    std::shared_ptr<FakeClientPort> m_client;
};

QTEST_GUILESS_MAIN(TestAskPerson)
#include "tst_askperson.moc"
