// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/browserconnect.h"
#include "tests/app/ctl/fakeperson.h"
#include "tests/fakes/fakehttpclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ctl;

namespace {

const QString server = u"http://127.0.0.1:8080"_s;
const QString beginUrl = server + u"/api/auth/jira/url"_s;
const QString signInUrl = server + u"/api/auth/sign-ins/sgn_1"_s;
const QString pageUrl = u"https://auth.example/authorize?state=abc"_s;

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject signIn(const QString &stage, const QJsonObject &more = {})
{
    QJsonObject object{{u"id"_s, u"sgn_1"_s}, {u"stage"_s, stage}, {u"url"_s, pageUrl}};
    for (auto member = more.begin(); member != more.end(); ++member)
        object.insert(member.key(), member.value());
    return object;
}

QJsonObject choosing()
{
    const QJsonArray sites{QJsonObject{{u"id"_s, u"a"_s}, {u"name"_s, u"one.atlassian.net"_s}},
                           QJsonObject{{u"id"_s, u"b"_s}, {u"name"_s, u"two.atlassian.net"_s}}};
    return signIn(u"choosing_sites"_s, {{u"sites"_s, sites}});
}

QJsonObject connected()
{
    const QJsonObject report{{u"provider_type"_s, u"jira"_s},
                             {u"name"_s, u"one.atlassian.net"_s},
                             {u"account_name"_s, u"Anna Berg"_s},
                             {u"username"_s, u"anna@company.com"_s},
                             {u"projects"_s, QJsonArray{u"SHOP  Web shop"_s}},
                             {u"project_count"_s, 3}};
    return signIn(u"connected"_s, {{u"connected"_s, QJsonArray{report}}});
}

/** A stream that can be read when it was written to. */
struct Stream
{
    Stream()
        : file(std::tmpfile())
    {}
    ~Stream() { std::fclose(file); }
    Q_DISABLE_COPY_MOVE(Stream)

    [[nodiscard]] QString text() const
    {
        QByteArray bytes(std::ftell(file), '\0');
        std::rewind(file);
        const auto read = std::fread(bytes.data(), 1, size_t(bytes.size()), file);
        return QString::fromUtf8(bytes.left(qsizetype(read)));
    }

    std::FILE *file;
};

} // namespace

class TestBrowserConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        // Only a running instance holds it.
        m_lock = std::make_unique<QLockFile>(m_folder->filePath(u"instance.lock"_s));
        QVERIFY(m_lock->tryLock());
        write(u"endpoint.json"_s, "{\"url\":\"http://127.0.0.1:8080\"}");
        write(u"control.token"_s, "control-token");
        m_http = std::make_unique<fakes::FakeHttpClient>();
        m_person = std::make_unique<FakePerson>();
        m_results = std::make_unique<Stream>();
        m_notes = std::make_unique<Stream>();
        m_cancellation = CancellationSource();
        m_format = Output::Format::Text;
    }

    void cleanup() { QCOMPARE(m_http->unused(), QStringList()); }

    void opensTheBrowserAndWaitsUntilItIsDone()
    {
        plan("GET"_ba, beginUrl, signIn(u"waiting_for_browser"_s, {{u"is_new"_s, true}}));
        plan("GET"_ba, signInUrl, signIn(u"waiting_for_browser"_s));
        plan("GET"_ba, signInUrl, signIn(u"exchanging"_s));
        plan("GET"_ba, signInUrl, connected());
        QCOMPARE(run({}), int(Done));
        QCOMPARE(m_person->opened, QList<QUrl>{QUrl(pageUrl)});
        QVERIFY(notes().contains(u"Open this address in a browser"_s));
        QVERIFY(notes().contains(pageUrl));
        QCOMPARE(results(),
                 u"Connected one.atlassian.net as Anna Berg (anna@company.com). It sees 3 "
                 "projects:\n  SHOP  Web shop\n  … and 2 more\n"_s);
    }

    void printsTheFinalObjectAsJson()
    {
        m_format = Output::Format::Json;
        plan("GET"_ba, beginUrl, connected());
        QCOMPARE(run({}), int(Done));
        QCOMPARE(QJsonDocument::fromJson(results().toUtf8()).object(), connected());
    }

    void opensNoBrowserWhenItMayNotOrCannot_data()
    {
        QTest::addColumn<bool>("may");
        QTest::newRow("may not") << false;
        QTest::newRow("cannot") << true;
    }

    void opensNoBrowserWhenItMayNotOrCannot()
    {
        QFETCH(bool, may);
        m_person->hasBrowser = false;
        plan("GET"_ba, beginUrl, signIn(u"waiting_for_browser"_s, {{u"is_new"_s, true}}));
        plan("GET"_ba, signInUrl, connected());
        QCOMPARE(run({.mayOpenBrowser = may}), int(Done));
        QCOMPARE(m_person->opened.size(), may ? 1 : 0);
        QVERIFY(notes().contains(pageUrl));
        QVERIFY(!notes().contains(u"is opening"_s));
    }

    void waitsAlongForWhatWasBegunBefore()
    {
        plan("GET"_ba, beginUrl, signIn(u"waiting_for_browser"_s, {{u"is_new"_s, false}}));
        plan("GET"_ba, signInUrl, connected());
        QCOMPARE(run({}), int(Done));
        QVERIFY(m_person->opened.isEmpty());
        QVERIFY(notes().startsWith(u"A sign-in is already waiting in your browser."_s));
    }

    void opensNothingButAWebPage()
    {
        plan("GET"_ba,
             beginUrl,
             signIn(u"waiting_for_browser"_s, {{u"url"_s, u"file:///etc/passwd"_s}}));
        plan("DELETE"_ba, signInUrl, signIn(u"failed"_s));
        QCOMPARE(run({}), int(Failed));
        QVERIFY(m_person->opened.isEmpty());
    }

    void saysWhatWentWrongAndWhatToDo()
    {
        m_format = Output::Format::Json;
        plan("GET"_ba, beginUrl, signIn(u"waiting_for_browser"_s, {{u"is_new"_s, true}}));
        const QJsonObject denied = signIn(u"failed"_s,
                                          {{u"problem"_s, u"denied"_s},
                                           {u"message"_s, u"It was not allowed."_s},
                                           {u"next_step"_s, u"Start again."_s}});
        plan("GET"_ba, signInUrl, denied);
        QCOMPARE(run({}), int(Failed));
        QVERIFY(notes().endsWith(u"It was not allowed. Start again.\n"_s));
        QCOMPARE(QJsonDocument::fromJson(results().toUtf8()).object(), denied);
    }

    void saysWhatToRegisterWhileThereIsNoApp()
    {
        m_http->plan("GET"_ba, beginUrl, 404, "{\"code\":\"not_found\",\"detail\":\"No app.\"}");
        plan("GET"_ba,
             server + u"/api/auth/jira/client"_s,
             {{u"client_id"_s, u""_s},
              {u"redirect_uri"_s, u"http://127.0.0.1:8080/api/auth/jira/callback"_s},
              {u"scopes"_s, QJsonArray{u"read:jira-work"_s, u"offline_access"_s}}});
        QCOMPARE(run({}), int(Failed));
        QVERIFY(notes().contains(u"http://127.0.0.1:8080/api/auth/jira/callback"_s));
        QVERIFY(notes().contains(u"read:jira-work offline_access"_s));
        QVERIFY(notes().contains(
            u"fairleadctl connect jira --oauth --client-id ID --client-secret-stdin"_s));
    }

    void signsInToAConnectionAgainByItsName()
    {
        planConnections(1);
        plan("GET"_ba, beginUrl + u"?connection=con_0"_s, connected());
        QCOMPARE(run({.reconnect = u"one.atlassian.net"_s}), int(Done));
    }

    void asksForTheIdWhereANameIsNotEnough()
    {
        planConnections(2);
        QCOMPARE(run({.reconnect = u"one.atlassian.net"_s}), int(Failed));
        QVERIFY(notes().contains(u"con_0, con_1"_s));
        planConnections(2);
        plan("GET"_ba, beginUrl + u"?connection=con_1"_s, connected());
        QCOMPARE(run({.reconnect = u"con_1"_s}), int(Done));
    }

    void knowsWhenThereIsNoSuchConnection()
    {
        planConnections(1);
        QCOMPARE(run({.reconnect = u"nowhere"_s}), int(Failed));
        QVERIFY(notes().contains(u"nowhere"_s));
    }

    void takesTheSitesThatWereNamed()
    {
        plan("GET"_ba, beginUrl, choosing());
        plan("POST"_ba, signInUrl + u"/sites"_s, connected());
        QCOMPARE(run({.sites = QStringList{u"two.atlassian.net"_s}}), int(Done));
        QCOMPARE(m_http->requests().last().body, "{\"sites\":[\"b\"]}"_ba);
    }

    void asksAtATerminalWhichSites()
    {
        m_person->isThere = true;
        m_person->answers = QStringList{u"7"_s, u"1,2"_s};
        plan("GET"_ba, beginUrl, choosing());
        plan("POST"_ba, signInUrl + u"/sites"_s, connected());
        QCOMPARE(run({}), int(Done));
        QCOMPARE(m_person->questions.size(), 2);
        QCOMPARE(m_http->requests().last().body, "{\"sites\":[\"a\",\"b\"]}"_ba);
    }

    void namesTheSitesWhereNobodyCanBeAsked()
    {
        plan("GET"_ba, beginUrl, choosing());
        QCOMPARE(run({}), int(Failed));
        QVERIFY(notes().contains(u"one.atlassian.net, two.atlassian.net"_s));
        QVERIFY(notes().contains(u"--site"_s));
    }

    void cancelsTheSignInWhenItIsInterrupted()
    {
        plan("GET"_ba, beginUrl, signIn(u"waiting_for_browser"_s, {{u"is_new"_s, true}}));
        plan("DELETE"_ba, signInUrl, signIn(u"failed"_s, {{u"message"_s, u"It was cancelled."_s}}));
        m_cancellation.cancel();
        QCOMPARE(run({}), int(Failed));
        QVERIFY(notes().endsWith(u"It was cancelled.\n"_s));
    }

    void saysSoWhenFairleadIsGoneMeanwhile()
    {
        plan("GET"_ba, beginUrl, signIn(u"waiting_for_browser"_s, {{u"is_new"_s, true}}));
        m_http->plan("GET"_ba, signInUrl, failure(ErrorCode::Network, u"Refused."_s));
        QCOMPARE(run({}), int(NoInstance));
    }

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

    void plan(const QByteArray &method, const QString &url, const QJsonObject &answer)
    {
        m_http->plan(method, url, 200, text(answer));
    }

    void planConnections(int count)
    {
        QJsonArray connections;
        for (int i = 0; i < count; ++i)
            connections.append(QJsonObject{{u"id"_s, u"con_%1"_s.arg(i)},
                                           {u"provider_type"_s, u"jira"_s},
                                           {u"name"_s, u"one.atlassian.net"_s}});
        connections.append(QJsonObject{{u"id"_s, u"con_n"_s},
                                       {u"provider_type"_s, u"notion"_s},
                                       {u"name"_s, u"one.atlassian.net"_s}});
        plan("GET"_ba, server + u"/api/pm/providers"_s, {{u"providers"_s, connections}});
    }

    int run(BrowserConnect::Wish wish)
    {
        wish.service = u"jira"_s;
        Output output(m_format, m_results->file, m_notes->file);
        ApiClient api(*m_http, m_folder->path(), {});
        BrowserConnect connect({api, output, *m_person}, std::move(wish), m_cancellation.token());
        return QCoro::waitFor(connect.run());
    }

    [[nodiscard]] QString results() const { return m_results->text(); }
    [[nodiscard]] QString notes() const { return m_notes->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<fakes::FakeHttpClient> m_http;
    std::unique_ptr<FakePerson> m_person;
    std::unique_ptr<Stream> m_results;
    std::unique_ptr<Stream> m_notes;
    CancellationSource m_cancellation;
    Output::Format m_format = Output::Format::Text;
};

QTEST_GUILESS_MAIN(TestBrowserConnect)
#include "tst_browserconnect.moc"
