// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/backup/backups.h"

#include "server/base/filewrite.h"
#include "server/secrets/passphrase.h"
#include "server/secrets/sealing.h"
#include "server/settings/settings.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::backup {
namespace {

Q_LOGGING_CATEGORY(lcBackup, "fairlead.server.backup")

const QString database = u"fairlead.db"_s;
const QString settingsName = u"settings.json"_s;
// Holds the name of the folder for the old files; there once all is laid ready.
const QString mark = u"ready"_s;

// Of the master key, in the data folder; and sealed under a passphrase, in a backup.
const QString keyName = u"master.key"_s;
const QString sealedKeyName = u"master-key.json"_s;
constexpr auto progressInterval = std::chrono::milliseconds(100);

/** What a restore may bring. */
const std::array brought{database, settingsName, keyName};
/** Everything that a restore replaces. The logs of the old database must go with it. */
const std::array replaced{
    database + u"-wal"_s, database + u"-shm"_s, database, settingsName, keyName};

/** What was laid into the waiting room, and whose key was in it. */
struct Unpacked
{
    store::BackupIdentity identity;
    Secret key; ///< empty when there is none, or no passphrase to open it
};

QDir waitingRoom(const settings::DataFolder &folder)
{
    return QDir(folder.filePath(u"restore"_s));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isWithin(const QString &path, const QString &folder)
{
    const QString place = QFileInfo(QFileInfo(path).path()).canonicalFilePath();
    const QString outer = QFileInfo(folder).canonicalFilePath();
    return place == outer || place.startsWith(outer + u'/');
}

tl::unexpected<Error> unreadable(const QFile &file)
{
    return failure(
        ErrorCode::Storage,
        u"%1 could not be read (%2), so no backup was made. Correct its permissions, "
        "then try again."_s.arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

tl::unexpected<Error> stuck(const QString &path)
{
    return failure(
        ErrorCode::Storage,
        u"The restore could not move %1. Correct the permissions of its folder and "
        "start Fairlead again: it goes on where it stopped."_s.arg(QDir::toNativeSeparators(path)));
}

Result<> move(const QString &from, const QString &to)
{
    if (!QFileInfo::exists(from) || QFileInfo::exists(to))
        return {};
    if (!QFile::rename(from, to))
        return stuck(from);
    return syncFolderOf(to);
}

Result<> checkSettings(const QString &path, const QByteArray &text)
{
    if (auto written = durableWrite(path, text); !written)
        return written;
    return settings::SettingsFile::read(path).map([](const settings::SettingsFile &) {});
}

tl::unexpected<Error> busy()
{
    return failure(ErrorCode::Conflict,
                   u"A backup or a restore is under way. Wait for its end, then try again."_s);
}

tl::unexpected<Error> elsewhere(const QString &server)
{
    return failure(
        ErrorCode::InvalidInput,
        u"What Fairlead keeps is in the database %1. Back that up with pg_dump and bring "
        "it back with pg_restore; keep the master key and settings.json with it, which "
        "no dump holds."_s.arg(server));
}

tl::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, u"It was cancelled, and nothing has changed."_s);
}

Result<> fillBackup(const QString &source,
                    const QString &target,
                    store::BackupContents files,
                    const Secret &key,
                    const Secret &passphrase)
{
    if (!key.isEmpty()) {
        const auto sealed = secrets::sealUnderPassphrase(key, passphrase);
        if (!sealed)
            return failure(sealed.error());
        files.insert(sealedKeyName, *sealed);
    }
    return store::BackupFile::fill(source, target, files);
}

Result<Unpacked> unpack(const QString &path, const QDir &room, const Secret &passphrase)
{
    const auto files = store::BackupFile::read(path);
    if (!files)
        return failure(files.error());
    Unpacked unpacked;
    if (!passphrase.isEmpty() && files->contains(sealedKeyName)) {
        auto key = secrets::openWithPassphrase(files->value(sealedKeyName), passphrase);
        if (!key)
            return failure(key.error());
        unpacked.key = std::move(*key);
    }
    auto identity = store::BackupFile::extract(path, room.filePath(database));
    if (!identity)
        return failure(identity.error());
    unpacked.identity = std::move(*identity);
    const bool fits = unpacked.key.isEmpty()
        || secrets::Sealing(unpacked.key).keyId() == unpacked.identity.masterKeyId;
    if (!fits)
        return failure(ErrorCode::InvalidData,
                       u"The master key in this backup is not the one of its sign-ins. Restore it "
                       "without the passphrase."_s);
    if (files->contains(settingsName)) {
        if (const auto checked =
                checkSettings(room.filePath(settingsName), files->value(settingsName));
            !checked)
            return failure(checked.error());
    }
    return unpacked;
}

} // namespace

Backups::Backups(secrets::Vault &vault, settings::DataFolder folder, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_folder(std::move(folder))
{
    m_progress.setInterval(progressInterval);
    connect(&m_progress, &QTimer::timeout, this, &Backups::tellProgress);
}

Backups::~Backups()
{
    m_worker.wait();
    if (!m_unfinished.isEmpty())
        QFile::remove(m_unfinished);
}

QCoro::Task<Result<>> Backups::write(QString path,
                                     Secret passphrase,
                                     CancellationToken cancellation)
{
    if (isWithin(path, m_folder.path()))
        co_return failure(
            ErrorCode::InvalidInput,
            u"%1 is in Fairlead's own data folder, where a backup could replace what is in use. "
            "Choose another folder."_s.arg(QDir::toNativeSeparators(path)));
    if (const auto can = canBegin(); !can)
        co_return failure(can.error());
    const auto free = begin();
    Secret key;
    if (!passphrase.isEmpty()) {
        const auto allowed = secrets::checkPassphrase(passphrase);
        auto present = m_vault.masterKey();
        if (!allowed || !present)
            co_return failure(allowed ? present.error() : allowed.error());
        key = std::move(*present);
    }
    auto files = settingsContents();
    if (!files)
        co_return failure(files.error());
    const auto unfinished = store::BackupFile::begin(path);
    if (!unfinished)
        co_return failure(unfinished.error());
    m_unfinished = *unfinished;
    m_progress.start();
    auto done = co_await fillUnfinished(*files, key, passphrase);
    m_progress.stop();
    if (done && cancellation.isCancelled())
        done = cancelled();
    if (done)
        done = store::BackupFile::finish(m_unfinished, path);
    if (!done)
        QFile::remove(m_unfinished);
    m_unfinished.clear();
    co_return done;
}

/** One that begins or ends while the database is copied is left out, too. */
QCoro::Task<Result<>> Backups::fillUnfinished(store::BackupContents files,
                                              Secret key,
                                              Secret passphrase)
{
    QStringList unwanted = leftOut();
    const std::function<Result<>()> copy =
        [source = m_folder.database(), target = m_unfinished, files, key, passphrase] {
            return fillBackup(source, target, files, key, passphrase);
        };
    auto done = co_await m_worker.run(copy);
    if (!done)
        co_return done;
    unwanted += leftOut();
    unwanted.removeDuplicates();
    const std::function<Result<>()> clean = [target = m_unfinished, unwanted] {
        return store::BackupFile::leaveOut(target, unwanted);
    };
    co_return co_await m_worker.run(clean);
}

QStringList Backups::leftOut() const
{
    return m_leftOut ? m_leftOut() : QStringList();
}

QCoro::Task<Result<bool>> Backups::hasMasterKey(QString path)
{
    if (const auto can = canBegin(); !can)
        co_return failure(can.error());
    const auto free = begin();
    const std::function<Result<bool>()> work = [path] {
        return store::BackupFile::read(path).map(
            [](const store::BackupContents &files) { return files.contains(sealedKeyName); });
    };
    co_return co_await m_worker.run(work);
}

QCoro::Task<Result<RestoredKey>> Backups::prepareRestore(QString path,
                                                         Secret passphrase,
                                                         CancellationToken cancellation)
{
    if (const auto can = canBegin(); !can)
        co_return failure(can.error());
    const auto free = begin();
    QDir room = waitingRoom(m_folder);
    room.removeRecursively();
    if (!QDir().mkpath(room.path()))
        co_return stuck(room.path());
    const std::function<Result<Unpacked>()> work = [path, passphrase, place = room.path()] {
        return unpack(path, place, passphrase);
    };
    const auto unpacked = co_await m_worker.run(work);
    Result<RestoredKey> kept = RestoredKey::None;
    if (!unpacked)
        kept = failure(unpacked.error());
    else if (cancellation.isCancelled())
        kept = cancelled();
    else if (!unpacked->key.isEmpty())
        kept = co_await keepKey(unpacked->identity, unpacked->key);
    if (kept) {
        const QString old =
            u"before-restore-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
        if (const auto ready = durableWrite(room.filePath(mark), old.toUtf8()); !ready)
            kept = failure(ready.error());
    }
    if (!kept)
        room.removeRecursively();
    co_return kept;
}

QCoro::Task<Result<RestoredKey>> Backups::keepKey(store::BackupIdentity identity, Secret key)
{
    const auto home = co_await m_vault.keepFor(identity.storeId, key);
    if (!home)
        co_return failure(home.error());
    if (*home == secrets::KeyHome::Here)
        co_return RestoredKey::Here;
    if (*home == secrets::KeyHome::Keychain)
        co_return RestoredKey::Keychain;
    const auto written = durableWrite(waitingRoom(m_folder).filePath(keyName), key.reveal());
    if (!written)
        co_return failure(written.error());
    co_return RestoredKey::File;
}

Result<> Backups::canBegin() const
{
    if (!m_server.isEmpty())
        return elsewhere(m_server);
    return m_isBusy ? Result<>(busy()) : Result<>();
}

auto Backups::begin() -> Occupation
{
    m_isBusy = true;
    return Occupation([this] { m_isBusy = false; });
}

Result<store::BackupContents> Backups::settingsContents() const
{
    store::BackupContents files;
    if (!QFileInfo::exists(m_folder.settings()))
        return files;
    QFile settings(m_folder.settings());
    if (!settings.open(QIODevice::ReadOnly))
        return unreadable(settings);
    files.insert(settingsName, settings.readAll());
    if (settings.error() != QFile::NoError)
        return unreadable(settings);
    return files;
}

void Backups::tellProgress()
{
    const qint64 whole = std::max<qint64>(1, QFileInfo(m_folder.database()).size());
    const qint64 part = QFileInfo(m_unfinished).size();
    Q_EMIT progressed(static_cast<int>(std::min<qint64>(99, part * 100 / whole)));
}

Result<QString> Backups::carryOut(const settings::DataFolder &folder)
{
    QDir room = waitingRoom(folder);
    if (!room.exists(mark))
        return QString();
    const QString name = QFileInfo(QString::fromUtf8(contentOf(room.filePath(mark)))).fileName();
    const QDir old(folder.filePath(name));
    if (name.isEmpty() || !QDir().mkpath(old.path()))
        return stuck(old.path());
    // A file in the room has not been moved yet, so what stands in its place is the old one.
    const bool hasDatabase = room.exists(database);
    for (const QString &file : replaced) {
        const bool isOfDatabase = file.startsWith(database);
        const bool waits = isOfDatabase ? hasDatabase : room.exists(file);
        if (!waits)
            continue;
        if (const auto moved = move(folder.filePath(file), old.filePath(file)); !moved)
            return failure(moved.error());
    }
    for (const QString &file : brought) {
        if (const auto moved = move(room.filePath(file), folder.filePath(file)); !moved)
            return failure(moved.error());
    }
    room.removeRecursively();
    qCInfo(lcBackup).noquote() << "A backup was restored; the files before it are in"
                               << QDir::toNativeSeparators(old.path());
    return old.path();
}

} // namespace fairlead::backup
