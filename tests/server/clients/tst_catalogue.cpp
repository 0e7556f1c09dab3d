// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/catalogue.h"
#include "server/clients/entry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::clients;

Q_DECLARE_METATYPE(fairlead::clients::Platform)

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhereEachClientKeepsItsConfiguration_data()
    {
        QTest::addColumn<Platform>("platform");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("file");

        const auto everywhere = [](const char *id, const QString &file) {
            const QString name = QString::fromLatin1(id);
            QTest::addRow("%s, Linux", id) << Platform::Linux << name << file;
            QTest::addRow("%s, macOS", id) << Platform::MacOs << name << file;
            QTest::addRow("%s, Windows", id) << Platform::Windows << name << file;
        };
        const auto apart = [](const char *id,
                              const QString &linuxFile,
                              const QString &mac,
                              const QString &windows) {
            const QString name = QString::fromLatin1(id);
            QTest::addRow("%s, Linux", id) << Platform::Linux << name << linuxFile;
            QTest::addRow("%s, macOS", id) << Platform::MacOs << name << mac;
            QTest::addRow("%s, Windows", id) << Platform::Windows << name << windows;
        };
        const QString mac = u"/home/ada/Library/Application Support/"_s;
        const QString windows = u"/home/ada/AppData/Roaming/"_s;
        const QString config = u"/home/ada/.config/"_s;
        everywhere("cursor", u"/home/ada/.cursor/mcp.json"_s);
        const QString code = u"Code/User/mcp.json"_s;
        apart("vscode", config + code, mac + code, windows + code);
        everywhere("claude-code", u"/home/ada/.claude.json"_s);
        const QString desktop = u"Claude/claude_desktop_config.json"_s;
        apart("claude-desktop", config + desktop, mac + desktop, windows + desktop);
        everywhere("codex", u"/home/ada/.codex/config.toml"_s);
        everywhere("gemini", u"/home/ada/.gemini/settings.json"_s);
        everywhere("windsurf", u"/home/ada/.codeium/windsurf/mcp_config.json"_s);
        const QString zed = config + u"zed/settings.json"_s;
        apart("zed", zed, zed, windows + u"Zed/settings.json"_s);
        everywhere("lmstudio", u"/home/ada/.lmstudio/mcp.json"_s);
        const QString goose = config + u"goose/config.yaml"_s;
        apart("goose", goose, goose, windows + u"Block/goose/config/config.yaml"_s);
        const QString cline =
            u"Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json"_s;
        apart("cline", config + cline, mac + cline, windows + cline);
        everywhere("continue", u"/home/ada/.continue/config.yaml"_s);
        everywhere("opencode", config + u"opencode/opencode.json"_s);
        everywhere("jetbrains", QString());
    }
    void knowsWhereEachClientKeepsItsConfiguration()
    {
        QFETCH(const Platform, platform);
        QFETCH(const QString, id);
        const Machine machine{.platform = platform, .home = u"/home/ada"_s, .environment = {}};
        QTEST(configurationFile(find(machine, id)), "file");
    }

    void followsTheEnvironment()
    {
        Machine machine{.platform = Platform::Linux, .home = u"/home/ada"_s, .environment = {}};
        machine.environment = {{u"CODEX_HOME"_s, u"/opt/codex"_s},
                               {u"CLAUDE_CONFIG_DIR"_s, u"/opt/claude/"_s},
                               {u"XDG_CONFIG_HOME"_s, u"/opt/config"_s}};
        QCOMPARE(configurationFile(find(machine, u"codex"_s)), u"/opt/codex/config.toml"_s);
        QCOMPARE(configurationFile(find(machine, u"claude-code"_s)), u"/opt/claude/.claude.json"_s);
        QCOMPARE(configurationFile(find(machine, u"zed"_s)), u"/opt/config/zed/settings.json"_s);
        machine.environment = {{u"CODEX_HOME"_s, u"relative"_s}};
        QCOMPARE(configurationFile(find(machine, u"codex"_s)), u"/home/ada/.codex/config.toml"_s);
        machine.platform = Platform::Windows;
        machine.environment = {{u"APPDATA"_s, u"/data"_s}};
        QCOMPARE(configurationFile(find(machine, u"zed"_s)), u"/data/Zed/settings.json"_s);
    }

    void findsAClientByItsTraces()
    {
        const QTemporaryDir home;
        Machine machine{.platform = Platform::Linux, .home = home.path(), .environment = {}};
        for (const Client &client : catalogue(machine))
            QVERIFY2(!isInstalled(client, machine), qUtf8Printable(client.id));
        QVERIFY(QDir(home.path()).mkpath(u".cursor"_s));
        QVERIFY(isInstalled(find(machine, u"cursor"_s), machine));
        QVERIFY(!isInstalled(find(machine, u"zed"_s), machine));

        QFile program(home.filePath(u"codex"_s));
        QVERIFY(program.open(QIODevice::WriteOnly));
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        QVERIFY(!isInstalled(find(machine, u"codex"_s), machine));
        machine.environment.insert(u"PATH"_s, home.path());
        QVERIFY(isInstalled(find(machine, u"codex"_s), machine));
    }

    void prefersTheFileThatIsThere()
    {
        const QTemporaryDir home;
        const Machine machine{.platform = Platform::Linux, .home = home.path(), .environment = {}};
        const QString folder = home.filePath(u".config/opencode"_s);
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(configurationFile(find(machine, u"opencode"_s)), folder + u"/opencode.json"_s);
        QVERIFY(QFile(folder + u"/opencode.jsonc"_s).open(QIODevice::WriteOnly));
        QCOMPARE(configurationFile(find(machine, u"opencode"_s)), folder + u"/opencode.jsonc"_s);
    }

    void findsTheKeyInWhatItWouldWrite()
    {
        const Machine machine{
            .platform = Platform::Linux, .home = u"/home/ada"_s, .environment = {}};
        const ServerAddress address{.url = u"http://127.0.0.1:8080"_s,
                                    .bridgeProgram = u"/usr/bin/fairleadctl"_s,
                                    .dataFolder = {}};
        const ServerAddress other{.url = u"http://127.0.0.1:9090"_s,
                                  .bridgeProgram = u"/opt/fairleadctl"_s,
                                  .dataFolder = {}};
        for (const Client &client : catalogue(machine)) {
            QJsonObject entry;
            for (const auto &[name, value] : entryFor(client.shape, address, u"mcp_1"_s))
                entry.insert(name, value);
            QCOMPARE(keyIn(client.shape, entry).reveal(), "mcp_1"_ba);
            QCOMPARE(compareEntry(client.shape, address, entry), EntryMatch::Same);
            QCOMPARE(compareEntry(client.shape, other, entry), EntryMatch::OtherAddress);
            entry.insert(u"trust"_s, true);
            QCOMPARE(compareEntry(client.shape, address, entry), EntryMatch::Same);
            QVERIFY(!isSwitchedOff(entry));
            entry.insert(u"disabled"_s, true);
            QVERIFY(isSwitchedOff(entry));
            entry = {{u"command"_s, u"npx"_s}, {u"args"_s, u"x"_s}};
            QCOMPARE(compareEntry(client.shape, address, entry), EntryMatch::Different);
        }
    }

private:
    static Client find(const Machine &machine, const QString &id)
    {
        for (const Client &client : catalogue(machine)) {
            if (client.id == id)
                return client;
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
