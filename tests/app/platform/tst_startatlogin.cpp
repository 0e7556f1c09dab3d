// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/launchagent.h"
#include "app/platform/runkey.h"
#include "app/platform/xdgautostart.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::platform;

class TestStartAtLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void switchesOnAndOff_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto *kind : {"xdg", "launch agent", "run key"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void switchesOnAndOff()
    {
        QFETCH(QString, kind);
        const auto setting = make(kind, m_command);
        QSignalSpy changes(setting.get(), &settings::StartAtLogin::changed);
        QVERIFY(!setting->isOn());
        QVERIFY(setting->setOn(true));
        QVERIFY(setting->isOn());
        QCOMPARE(changes.count(), 1);
        QVERIFY(make(kind, m_command)->isOn());
        QVERIFY(setting->setOn(true));
        QVERIFY(setting->setOn(false));
        QVERIFY(!setting->isOn());
        QCOMPARE(changes.count(), 2);
        QVERIFY(setting->setOn(false));
    }

    void eachDataFolderHasAnEntryOfItsOwn_data() { switchesOnAndOff_data(); }
    void eachDataFolderHasAnEntryOfItsOwn()
    {
        QFETCH(QString, kind);
        auto other = m_command;
        other.name = u"fairlead-0a1b2c3d"_s;
        QVERIFY(make(kind, m_command)->setOn(true));
        QVERIFY(!make(kind, other)->isOn());
        QVERIFY(make(kind, other)->setOn(true));
        QVERIFY(make(kind, m_command)->setOn(false));
        QVERIFY(make(kind, other)->isOn());
    }

    void namesTheDataFolderWhereItIsNotTheUsualOne()
    {
        const auto folder = settings::DataFolder::open(m_home->filePath(u"data"_s));
        const auto command = LoginCommand::forThisProgram(*folder);
        QCOMPARE(command.arguments, QStringList({u"--hidden"_s, u"--data-dir"_s, folder->path()}));
        QVERIFY(command.name != u"fairlead"_s);
        const auto usual = settings::DataFolder::open({});
        QCOMPARE(LoginCommand::forThisProgram(*usual).arguments, QStringList({u"--hidden"_s}));
        QCOMPARE(LoginCommand::forThisProgram(*usual).name, u"fairlead"_s);
    }

    void quotesForTheDesktop_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << u"/usr/bin/fairlead"_s << u"/usr/bin/fairlead"_s;
        QTest::newRow("blank") << u"/opt/My Tools/f"_s << u"\"/opt/My Tools/f\""_s;
        QTest::newRow("specials") << u"a\"b`c$d\\e"_s << u"\"a\\\"b\\`c\\$d\\\\e\""_s;
        QTest::newRow("field code") << u"100%"_s << u"\"100%%\""_s;
        QTest::newRow("semicolon") << u"a;b"_s << u"\"a;b\""_s;
        QTest::newRow("umlaut") << u"/home/jörg/f"_s << u"\"/home/jörg/f\""_s;
        QTest::newRow("empty") << QString() << u"\"\""_s;
    }
    void quotesForTheDesktop()
    {
        QFETCH(QString, word);
        QTEST(XdgAutostart::quoted(word), "quoted");
    }

    void writesAnEntryThatDesktopsUnderstand()
    {
        m_command.program = u"/opt/My $Tools/fairlead"_s;
        XdgAutostart setting(m_home->filePath(u"autostart"_s), {}, m_command);
        QVERIFY(setting.setOn(true));
        const QStringList lines =
            QString::fromUtf8(bytesOf(m_home->filePath(u"autostart/fairlead.desktop"_s)))
                .split(u'\n');
        QCOMPARE(lines.first(), u"[Desktop Entry]"_s);
        const QString validate = QStandardPaths::findExecutable(u"desktop-file-validate"_s);
        if (!validate.isEmpty()) {
            QProcess judge;
            judge.start(validate, {setting.path()});
            QVERIFY(judge.waitForFinished());
            QCOMPARE(judge.readAllStandardOutput(), QByteArray());
        }
        for (const auto &line : {u"Type=Application"_s,
                                 u"Exec=\"/opt/My \\\\$Tools/fairlead\" --hidden"_s,
                                 u"TryExec=/opt/My $Tools/fairlead"_s,
                                 u"X-GNOME-Autostart-Delay=2"_s,
                                 u"X-KDE-autostart-after=panel"_s})
            QVERIFY2(lines.contains(line), qPrintable(line));
    }

    void startsTheAppImageAndNotItsMount()
    {
        const AppImage image{.file = u"/home/ada/Fairlead.AppImage"_s, .mount = u"/tmp/.mount_x"_s};
        QCOMPARE(image.startableFor(u"/tmp/.mount_x/usr/bin/fairlead"_s), image.file);
        // Started from a terminal that is an AppImage itself.
        QCOMPARE(image.startableFor(u"/usr/bin/fairlead"_s), u"/usr/bin/fairlead"_s);
        QCOMPARE(image.startableFor(u"/tmp/.mount_xyz/fairlead"_s), u"/tmp/.mount_xyz/fairlead"_s);
    }

    void seesAnEntryThatTheDesktopSwitchedOff_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<bool>("on");
        QTest::newRow("hidden") << "[Desktop Entry]\nExec=f\nHidden=true\n"_ba << false;
        QTest::newRow("disabled in GNOME")
            << "[Desktop Entry]\nX-GNOME-Autostart-enabled = false\n"_ba << false;
        QTest::newRow("another group")
            << "[Desktop Entry]\nExec=f\n[Desktop Action x]\nHidden=true\n"_ba << true;
    }
    void seesAnEntryThatTheDesktopSwitchedOff()
    {
        QFETCH(QByteArray, entry);
        XdgAutostart setting(m_home->path(), {}, m_command);
        write(setting.path(), entry);
        QTEST(setting.isOn(), "on");
    }

    void tellsWhenALaunchAgentIsTakenAway()
    {
        LaunchAgent setting(m_home->filePath(u"LaunchAgents"_s), m_command);
        QSignalSpy changes(&setting, &settings::StartAtLogin::changed);
        QVERIFY(setting.setOn(true));
        QCOMPARE(changes.count(), 1);
        QVERIFY(QFile::remove(setting.path()));
        QTRY_COMPARE(changes.count(), 2);
        QVERIFY(!setting.isOn());
    }

    void tellsWhenSomebodyElseChangesIt()
    {
        XdgAutostart setting(m_home->path(), {}, m_command);
        QVERIFY(setting.setOn(true));
        QSignalSpy changes(&setting, &settings::StartAtLogin::changed);
        QVERIFY(QFile::remove(setting.path()));
        QTRY_COMPARE(changes.count(), 1);
        QVERIFY(!setting.isOn());
        write(setting.path(), "[Desktop Entry]\nExec=f\n");
        QTRY_COMPARE(changes.count(), 2);
    }

    void saysWhatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("xdg") << u"xdg"_s;
        QTest::newRow("launch agent") << u"launch agent"_s;
    }
    void saysWhatCannotBeWritten()
    {
        QFETCH(QString, kind);
        write(m_home->filePath(u"file"_s), {});
        m_folder = u"file/below"_s;
        const auto setting = make(kind, m_command);
        const auto switched = setting->setOn(true);
        QVERIFY(!switched);
        QCOMPARE(switched.error().code, ErrorCode::Storage);
        QVERIFY(switched.error().message.contains(m_home->path()));
        QVERIFY(!setting->isOn());
        m_folder.clear();
    }

    void tellsLaunchdWhatToStart()
    {
        m_command.program = u"/Applications/A & B.app/Contents/MacOS/fairlead"_s;
        LaunchAgent setting(m_home->path(), m_command);
        QVERIFY(setting.setOn(true));
        QXmlStreamReader xml(bytesOf(setting.path()));
        QStringList words;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
                words.append(xml.text().toString());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(words.indexOf(m_command.program), words.indexOf(u"ProgramArguments"_s) + 1);
        QVERIFY(words.contains(u"RunAtLoad"_s));
    }

    void quotesForWindows_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << u"C:\\f.exe"_s << u"C:\\f.exe"_s;
        QTest::newRow("blank") << u"C:\\Program Files\\f.exe"_s
                               << u"\"C:\\Program Files\\f.exe\""_s;
        QTest::newRow("blank and backslash at the end")
            << u"C:\\My Data\\"_s << u"\"C:\\My Data\\\\\""_s;
        QTest::newRow("quotation mark") << u"a\\\"b"_s << u"\"a\\\\\\\"b\""_s;
        QTest::newRow("empty") << QString() << u"\"\""_s;
    }
    void quotesForWindows()
    {
        QFETCH(QString, word);
        QTEST(RunKey::quoted(word), "quoted");
    }

private:
    [[nodiscard]] std::unique_ptr<settings::StartAtLogin> make(const QString &kind,
                                                               const LoginCommand &command) const
    {
        const QString folder = m_home->filePath(m_folder.isEmpty() ? u"made"_s : m_folder);
        if (kind == "xdg"_L1)
            return std::make_unique<XdgAutostart>(folder, AppImage(), command);
        if (kind == "launch agent"_L1)
            return std::make_unique<LaunchAgent>(folder, command);
        return std::make_unique<RunKey>(
            m_home->filePath(u"registry.ini"_s), QSettings::IniFormat, command);
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    LoginCommand m_command{
        .name = u"fairlead"_s, .program = u"/usr/bin/fairlead"_s, .arguments = {u"--hidden"_s}};
};

QTEST_GUILESS_MAIN(TestStartAtLogin)
#include "tst_startatlogin.moc"
