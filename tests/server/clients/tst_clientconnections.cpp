// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/clients/connect/clientconnections.h"
#include "server/clients/edit/edit.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::clients;

namespace {

const QString desktop = u"claude-desktop"_s;
const QByteArray original =
    "// mine\r\n{\r\n\t\"mcpServers\": {\r\n\t\t\"a\": {} // b\r\n\t}\r\n}"_ba;

} // namespace

/** Connecting the programs of a person whose home folder is made up. */
class TestClientConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
        accounts::Users users(*m_database, m_clock);
        m_user = users.create(u"Anna"_s, {}).value().id;
        m_keys = std::make_unique<accounts::McpKeys>(*m_database, m_clock);
        QVERIFY(m_keys->load());
        m_home = QFileInfo(m_folder->path()).canonicalFilePath() + u"/home"_s;
        QVERIFY(QDir().mkpath(m_home + u"/.cursor"_s));
        m_file = m_home + u"/.cursor/mcp.json"_s;
        reopen();
    }

    void cleanup()
    {
        m_connections.reset();
        m_keys.reset();
        m_database.reset();
    }

    void tellsWhatIsInstalledAndConnected()
    {
        QCOMPARE(status().state, ClientState::NotConnected);
        QCOMPARE(m_connections->find(u"zed"_s)->state, ClientState::NotInstalled);
        QCOMPARE(m_connections->find(u"none"_s).error().code, ErrorCode::NotFound);
        const QSignalSpy changes(m_connections.get(), &ClientConnections::changed);
        const auto added = m_connections->add(u"cursor"_s);
        QVERIFY(added);
        QVERIFY(changes.count() > 0);
        QCOMPARE(added->status.state, ClientState::Connected);
        QVERIFY(added->status.hasEntry);
        QVERIFY(!added->status.lastUsedAt.isValid());
        const auto key = m_keys->find(m_user, added->status.keyId);
        QCOMPARE(key->name, u"Cursor"_s);
        m_keys->noteUse(key->id, u"Cursor 2.1"_s);
        QVERIFY(status().lastUsedAt.isValid());
    }

    void makesAFileForItsOwnerOnly()
    {
        QVERIFY(m_connections->add(u"cursor"_s));
        QCOMPARE(mode(), static_cast<int>(ownerOnly | QFile::ReadUser | QFile::WriteUser));
        QVERIFY(m_connections->undo(u"cursor"_s));
        QVERIFY(!QFile::exists(m_file));
        QVERIFY(activeKeys().isEmpty());
    }

    void removesTheFoldersThatItMade()
    {
        QVERIFY(m_connections->add(u"goose"_s));
        QVERIFY(QFile::exists(m_home + u"/.config/goose/config.yaml"_s));
        QVERIFY(m_connections->undo(u"goose"_s));
        QVERIFY(!QFile::exists(m_home + u"/.config"_s));
        QVERIFY(QFile::exists(m_home));
    }

    void undoesByteForByte_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("before");

        QFile cases(QStringLiteral(FAIRLEAD_TEST_DATA "/clients/cases"));
        QVERIFY(cases.open(QIODevice::ReadOnly));
        for (const QByteArray &line : cases.readAll().split('\n')) {
            if (line.isEmpty())
                continue;
            const QString name = QString::fromUtf8(line);
            QFile before(QStringLiteral(FAIRLEAD_TEST_DATA "/clients/") + name + u".before"_s);
            QVERIFY(before.open(QIODevice::ReadOnly));
            QTest::newRow(line.constData()) << name.section(u'.', 0, 0) << before.readAll();
        }
    }
    void undoesByteForByte()
    {
        QFETCH(const QString, client);
        QFETCH(const QByteArray, before);
        const QString file = m_connections->find(client)->file;
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        write(file, before);
        const auto added = m_connections->add(client);
        QVERIFY2(added, added ? "" : qUtf8Printable(added.error().message));
        QCOMPARE(added->status.state, ClientState::Connected);
        QVERIFY(read(file) != before);
        QCOMPARE(read(added->backup), before);
        QVERIFY(m_connections->undo(client));
        QCOMPARE(read(file), before);
        QVERIFY(!QFile::exists(added->backup));
    }

    void keepsTheModeOfTheFile()
    {
        write(m_file, original);
        const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(m_file, permissions));
        const int before = mode();
        const auto added = m_connections->add(u"cursor"_s);
        QVERIFY(added);
        QCOMPARE(mode(), before);
        QVERIFY(read(m_file).startsWith("// mine\r\n"));
        QCOMPARE(static_cast<int>(QFile::permissions(added->backup)), before);
    }

    void previewsWithoutTheKey()
    {
        write(m_file, R"({"mcpServers": {"a": {"token": "abcdefghij0123456789xyz"}}})"_ba);
        const auto preview = m_connections->preview(u"cursor"_s);
        QVERIFY(preview);
        QCOMPARE(preview->file, m_file);
        QVERIFY(preview->entry.contains(u"Bearer ••••"_s));
        QVERIFY(preview->diff.contains(u"+ "_s) && preview->diff.contains(u"- "_s));
        QVERIFY(!preview->diff.contains(u"0123456789"_s));
        QVERIFY(!preview->diff.contains(u"mcp_0"_s));
        QVERIFY(activeKeys().isEmpty());
        QCOMPARE(QDir(m_home + u"/.cursor"_s).entryList(QDir::Files).size(), 1);
    }

    void refusesWhatHasChangedSinceThePreview()
    {
        write(m_file, original);
        const auto preview = m_connections->preview(u"cursor"_s);
        write(m_file, original + "\n");
        const auto refused = m_connections->add(u"cursor"_s, preview->fingerprint);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(read(m_file), original + "\n");
        QVERIFY(activeKeys().isEmpty());
        QVERIFY(m_connections->add(u"cursor"_s, m_connections->preview(u"cursor"_s)->fingerprint));
    }

    void refusesToUndoOverAnothersChange()
    {
        write(m_file, original);
        QVERIFY(m_connections->add(u"cursor"_s));
        QVERIFY(status().canUndo);
        const QByteArray changed = read(m_file) + "\n";
        write(m_file, changed);
        QVERIFY(!status().canUndo);
        QCOMPARE(m_connections->undo(u"cursor"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(read(m_file), changed);
        QCOMPARE(m_connections->undo(u"zed"_s).error().code, ErrorCode::Conflict);
    }

    void refusesToUndoFromADamagedCopy()
    {
        write(m_file, original);
        const auto added = m_connections->add(u"cursor"_s);
        QVERIFY(added);
        const QByteArray ours = read(m_file);
        write(added->backup, original.first(5));
        QCOMPARE(m_connections->undo(u"cursor"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(read(m_file), ours);
        QVERIFY(QFile::exists(added->backup));
    }

    void undoesAfterARestart()
    {
        write(m_file, original);
        QVERIFY(m_connections->add(u"cursor"_s));
        reopen();
        QVERIFY(status().canUndo);
        QVERIFY(m_connections->undo(u"cursor"_s));
        QCOMPARE(read(m_file), original);
    }

    void removesItsEntryAndRevokesItsKey()
    {
        write(m_file, original);
        QVERIFY(m_connections->add(u"cursor"_s));
        const auto removed = m_connections->remove(u"cursor"_s);
        QVERIFY(removed);
        QCOMPARE(removed->status.state, ClientState::NotConnected);
        QCOMPARE(read(m_file), original);
        QVERIFY(activeKeys().isEmpty());
        QCOMPARE(m_connections->remove(u"cursor"_s).error().code, ErrorCode::NotFound);
        QVERIFY(m_connections->add(u"cursor"_s));
        QVERIFY(m_connections->remove(u"cursor"_s, KeyEnd::Keep));
        QCOMPARE(activeKeys().size(), 1);
    }

    void saysWhyAnEntryDoesNotWork()
    {
        const auto added = m_connections->add(u"cursor"_s);
        m_url = u"http://127.0.0.1:9090"_s;
        QCOMPARE(status().state, ClientState::OldAddress);
        const QByteArray before = read(m_file);
        QVERIFY(m_connections->add(u"cursor"_s));
        QCOMPARE(status().state, ClientState::Connected);
        QCOMPARE(status().keyId, added->status.keyId);
        QCOMPARE(read(m_file), QByteArray(before).replace("8080", "9090"));

        QVERIFY(m_keys->revoke(m_user, added->status.keyId));
        QCOMPARE(status().state, ClientState::KeyRefused);
        const auto renewed = m_connections->add(u"cursor"_s);
        QCOMPARE(renewed->status.state, ClientState::Connected);
        QVERIFY(renewed->status.keyId != added->status.keyId);
        QCOMPARE(activeKeys().size(), 1);

        write(m_file, QByteArray(read(m_file)).replace("\"url\"", "\"disabled\": true, \"url\""));
        QCOMPARE(status().state, ClientState::SwitchedOff);
        write(m_file, R"({"mcpServers": {"fairlead": {"command": "mine"}}})"_ba);
        QCOMPARE(status().state, ClientState::ChangedByHand);
        write(m_file, "{ oops"_ba);
        QCOMPARE(status().state, ClientState::Unreadable);
        QVERIFY(status().sentence.contains(u"line 1"_s));
    }

    void leavesAloneWhatItCannotRead()
    {
        write(m_file, "{ oops"_ba);
        for (const auto &done :
             {m_connections->add(u"cursor"_s), m_connections->remove(u"cursor"_s)}) {
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Conflict);
        }
        QVERIFY(!m_connections->preview(u"cursor"_s));
        QCOMPARE(read(m_file), "{ oops"_ba);
        QVERIFY(activeKeys().isEmpty());
        QCOMPARE(m_connections->add(u"jetbrains"_s).error().code, ErrorCode::Conflict);
    }

    void leavesAloneWhatMayOnlyBeRead()
    {
        write(m_file, original);
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner));
        const auto refused = m_connections->add(u"cursor"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(read(m_file), original);
        QVERIFY(activeKeys().isEmpty());
        QVERIFY(!status().canUndo);
    }

    void writesThroughLinksWithinTheHomeFolder()
    {
        const QString real = m_home + u"/dotfiles/mcp.json"_s;
        QVERIFY(QDir().mkpath(m_home + u"/dotfiles"_s));
        write(real, original);
        QVERIFY(QFile::link(real, m_file));
        const auto preview = m_connections->preview(u"cursor"_s);
        QCOMPARE(preview->notes.filter(u"is a link"_s).size(), 1);
        const auto added = m_connections->add(u"cursor"_s);
        QVERIFY(added);
        QVERIFY(QFileInfo(m_file).isSymLink());
        QVERIFY(read(real).contains("fairlead"));
        QVERIFY(added->backup.startsWith(real));
        QVERIFY(m_connections->undo(u"cursor"_s));
        QVERIFY(QFileInfo(m_file).isSymLink());
        QCOMPARE(read(real), original);
    }

    void followsNoLinkOutOfTheHomeFolder()
    {
        const QString outside = m_folder->filePath(u"outside.json"_s);
        write(outside, original);
        QVERIFY(QFile::link(outside, m_file));
        QCOMPARE(status().state, ClientState::Unreadable);
        QCOMPARE(m_connections->add(u"cursor"_s).error().code, ErrorCode::Conflict);
        QVERIFY(QFile::remove(outside));
        QCOMPARE(m_connections->add(u"cursor"_s).error().code, ErrorCode::Conflict);
        QVERIFY(!QFile::exists(outside));
        const QString folder = m_folder->filePath(u"outside"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::link(folder, m_home + u"/.codex"_s));
        QCOMPARE(m_connections->add(u"codex"_s).error().code, ErrorCode::Conflict);
        QVERIFY(QDir(folder).isEmpty());
    }

    void keepsNoKeyInItsRecords()
    {
        QVERIFY(m_connections->add(u"cursor"_s));
        const QByteArray records = read(m_folder->filePath(u"clients.json"_s));
        QVERIFY(records.contains("cursor"));
        QVERIFY(!records.contains("mcp_"));
    }

    void leavesNoFoldersOfAFileThatCouldNotBeWritten()
    {
        const QString name(300, u'x'); // longer than any file system takes
        const Machine machine{.platform = Platform::Linux, .home = m_home, .environment = {}};
        const auto file = readConfigFile(m_home + u"/.config/new/"_s + name, machine);
        QVERIFY(file);
        const auto written = writeConfigFile(*file, "{}"_ba, m_clock.now(), machine);
        QCOMPARE(written.error().code, ErrorCode::Storage);
        QVERIFY(!QFile::exists(m_home + u"/.config"_s));
    }

#ifdef Q_OS_UNIX
    void leavesNoHalfOfACopy()
    {
        write(m_file, QByteArray(20'000, ' '));
        const auto before = QDir(m_home + u"/.cursor"_s).entryList(QDir::Files);
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
        const rlimit small{.rlim_cur = 10'000, .rlim_max = usual.rlim_max};
        const auto onSignal = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto added = m_connections->add(u"cursor"_s);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
        std::signal(SIGXFSZ, onSignal);
        QVERIFY(!added);
        QCOMPARE(QDir(m_home + u"/.cursor"_s).entryList(QDir::Files), before);
        QVERIFY(m_keys->list(m_user)->isEmpty());
    }
#endif

    void savesTheExtensionWithAKeyOfItsOwn()
    {
        const QString path = m_folder->filePath(u"fairlead.mcpb"_s);
        QVERIFY(QDir().mkpath(m_home + u"/.config/Claude"_s));
        const auto created = m_connections->saveExtension(desktop, path);
        QVERIFY(created);
        QCOMPARE(created->key.name, u"Claude Desktop"_s);
        const QByteArray bundle = read(path);
        QVERIFY(bundle.contains("/usr/bin/fairleadctl"));
        QVERIFY(!bundle.contains(created->secret.reveal()));
        QVERIFY(!QFile::exists(m_home + u"/.config/Claude/claude_desktop_config.json"_s));

        QCOMPARE(m_connections->find(desktop)->state, ClientState::NotConnected);
        reopen();
        m_keys->noteUse(created->key.id, u"claude-ai 1.0"_s);
        QCOMPARE(m_connections->find(desktop)->state, ClientState::Connected);
        QCOMPARE(m_connections->find(desktop)->keyId, created->key.id);
        QVERIFY(m_connections->add(desktop));
        QVERIFY(m_connections->remove(desktop));
        QCOMPARE(m_connections->find(desktop)->state, ClientState::Connected);
        QVERIFY(m_keys->revoke(m_user, created->key.id));
        QCOMPARE(m_connections->find(desktop)->state, ClientState::NotConnected);
    }

    void leavesNoKeyWhenTheExtensionCannotBeSaved()
    {
        const QString nowhere = m_folder->filePath(u"none/fairlead.mcpb"_s);
        QCOMPARE(m_connections->saveExtension(desktop, nowhere).error().code, ErrorCode::Storage);
        QCOMPARE(m_connections->saveExtension(u"cursor"_s, nowhere).error().code,
                 ErrorCode::NotFound);
        QVERIFY(m_keys->list(m_user)->isEmpty());
    }

    void makesALinkWithAKeyInAFile()
    {
        const QString file = m_folder->filePath(u"client-cursor.key"_s);
        const auto link = m_connections->makeLink(u"cursor"_s);
        QVERIFY(link);
        const auto others =
            QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(file) & others));
        const auto key = m_keys->authenticate(read(file));
        QCOMPARE(key->name, u"Cursor"_s);
        QVERIFY(!QFile::exists(m_file));
        QCOMPARE(m_connections->makeLink(u"cursor"_s).value(), *link);
        QCOMPARE(activeKeys().size(), 1);

        // What the client writes once the person has agreed.
        const qsizetype at = link->indexOf("config=") + 7;
        const QByteArray entry =
            QByteArray::fromBase64(QByteArray::fromPercentEncoding(link->mid(at)));
        write(m_file, R"({"mcpServers": {"fairlead": )" + entry + "}}");
        QCOMPARE(status().state, ClientState::Connected);
        QCOMPARE(status().keyId, key->id);
        reopen();
        QCOMPARE(status().state, ClientState::Connected);
        QVERIFY(m_connections->makeLink(u"cursor"_s));
        write(m_file, QByteArray(read(m_file)).replace("/usr/bin", "/opt/old"));
        QCOMPARE(status().state, ClientState::OldAddress);
        QVERIFY(m_connections->remove(u"cursor"_s));
        QVERIFY(activeKeys().isEmpty());
        QVERIFY(!QFile::exists(file));
    }

    void replacesTheKeyOfALinkThatWasRevoked()
    {
        const QString file = m_folder->filePath(u"client-cursor.key"_s);
        QVERIFY(m_connections->makeLink(u"cursor"_s));
        const QByteArray first = read(file);
        QVERIFY(m_keys->revoke(m_user, activeKeys().first().id));
        QVERIFY(m_connections->makeLink(u"cursor"_s));
        QVERIFY(read(file) != first);
        QVERIFY(m_keys->authenticate(read(file)));
    }

    void makesNoLinkWhereThereIsAnEntryOrNone()
    {
        QCOMPARE(m_connections->makeLink(u"goose"_s).error().code, ErrorCode::NotFound);
        QVERIFY(m_connections->add(u"cursor"_s));
        QCOMPARE(m_connections->makeLink(u"cursor"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(activeKeys().size(), 1);
    }

private:
    void reopen()
    {
        ClientConnections::Options options;
        options.machine.home = m_home;
        options.recordsFile = m_folder->filePath(u"clients.json"_s);
        options.keysFolder = m_folder->path();
        options.userId = m_user;
        options.address = [this] {
            return ServerAddress{
                .url = m_url, .bridgeProgram = u"/usr/bin/fairleadctl"_s, .dataFolder = {}};
        };
        m_connections = std::make_unique<ClientConnections>(options, *m_keys, m_clock);
    }
    [[nodiscard]] ClientStatus status() const
    {
        return *m_connections->find(u"cursor"_s);
    }
    [[nodiscard]] QList<accounts::McpKey> activeKeys() const
    {
        QList<accounts::McpKey> active;
        const auto all = m_keys->list(m_user);
        for (const accounts::McpKey &key : *all) {
            if (!key.revokedAt.isValid())
                active.append(key);
        }
        return active;
    }
    [[nodiscard]] int mode() const
    {
        return static_cast<int>(QFile::permissions(m_file));
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    fakes::FakeClock m_clock;
    QString m_url = u"http://127.0.0.1:8080"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<accounts::McpKeys> m_keys;
    std::unique_ptr<ClientConnections> m_connections;
    QString m_user;
    QString m_home;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestClientConnections)
#include "tst_clientconnections.moc"
