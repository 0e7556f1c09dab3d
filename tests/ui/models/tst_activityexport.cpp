// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/activityrows.h"
#include "ui/models/activityexport.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestActivityExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<UiWorld>(); }

    void writesATable()
    {
        addEntry(*m_world, u"=HYPERLINK(\"x\")"_s);
        addEntry(*m_world, u"jira_search"_s);
        const QString path = m_world->folder.filePath(u"a.csv"_s);
        QCOMPARE(write(path, {}), 2);
        const QList<QByteArray> lines = read(path).split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.first().startsWith("id,time,event,client,"));
        QVERIFY(lines.at(1).startsWith("2,"));
        QVERIFY(lines.at(1).contains(",jira_search,"));
        QVERIFY(lines.at(2).contains(",\"'=HYPERLINK(\"\"x\"\")\","));
    }

    void writesJson()
    {
        addEntry(*m_world, u"jira_search"_s);
        addEntry(*m_world, u"notion_search"_s);
        const QString path = m_world->folder.filePath(u"a.json"_s);
        QCOMPARE(write(path, {}), 2);
        const QJsonArray entries = QJsonDocument::fromJson(read(path)).array();
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.first()[u"tool"_s], u"notion_search"_s);
        QCOMPARE(entries.first()[u"duration_ms"_s].toInt(), 1234);
        QCOMPARE(write(path, {.text = u"nothing"_s}), 0);
        QVERIFY(QJsonDocument::fromJson(read(path)).isArray());
    }

    void writesJsonLines()
    {
        addEntry(*m_world, u"jira_search"_s);
        addEntry(*m_world, u"two\nlines"_s);
        const QString path = m_world->folder.filePath(u"a.JSONL"_s);
        QCOMPARE(write(path, {}), 2);
        const QList<QByteArray> lines = read(path).split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(QJsonDocument::fromJson(lines.at(0))[u"tool"_s], u"two\nlines"_s);
        QCOMPARE(QJsonDocument::fromJson(lines.at(1))[u"tool"_s], u"jira_search"_s);
        QVERIFY(lines.at(2).isEmpty());
        QCOMPARE(write(path, {.text = u"nothing"_s}), 0);
        QVERIFY(read(path).isEmpty());
    }

    void writesWhatFits()
    {
        addEntry(*m_world, u"jira_search"_s);
        addEntry(*m_world, u"notion_search"_s);
        QCOMPARE(write(m_world->folder.filePath(u"a.csv"_s), {.tool = u"jira"_s}), 1);
    }

    void tellsHowFarItIs()
    {
        addManyEntries(*m_world, 2000);
        ActivityExport written(*m_world->services, {}, m_world->folder.filePath(u"a.csv"_s));
        QSignalSpy progress(&written, &ActivityExport::progressed);
        QSignalSpy finished(&written, &ActivityExport::finished);
        written.start();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(progress.count(), 4);
        QCOMPARE(progress.at(1).first().toInt(), 50);
    }

    void leavesTheFileAsItWasWhenItIsCancelled()
    {
        addManyEntries(*m_world, 2000);
        const QString path = m_world->folder.filePath(u"a.csv"_s);
        QCOMPARE(write(path, {.text = u"tool 2000"_s}), 1);
        const QByteArray before = read(path);
        ActivityExport written(*m_world->services, {}, path);
        QSignalSpy progress(&written, &ActivityExport::progressed);
        QSignalSpy finished(&written, &ActivityExport::finished);
        written.start();
        QTRY_VERIFY(progress.count() > 0);
        written.cancel();
        QTest::qWait(0);
        QCOMPARE(finished.count(), 0);
        QCOMPARE(read(path), before);
        QCOMPARE(QDir(m_world->folder.path()).entryList({u"a.csv*"_s}), QStringList(u"a.csv"_s));
    }

    void saysWhyItCannotWrite()
    {
        ActivityExport written(*m_world->services, {}, m_world->folder.filePath(u"none/a.csv"_s));
        QString problem;
        connect(
            &written, &ActivityExport::failed, this, [&](const QString &text) { problem = text; });
        written.start();
        QVERIFY(problem.contains(u"a.csv cannot be written"_s));
    }

private:
    qint64 write(const QString &path, const audit::ActivityFilter &filter)
    {
        ActivityExport written(*m_world->services, filter, path);
        qint64 count = -1;
        connect(
            &written, &ActivityExport::finished, this, [&](qint64 entries) { count = entries; });
        written.start();
        (void)QTest::qWaitFor([&] { return count != -1; });
        return count;
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<UiWorld> m_world;
};

QTEST_MAIN(TestActivityExport)
#include "tst_activityexport.moc"
