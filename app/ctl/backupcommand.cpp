// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char backupUsage[] = "backup FILE [--with-master-key]";
constexpr char restoreUsage[] = "restore FILE [--without-master-key]";

/** Typed twice at a terminal, where nobody sees what is typed. */
Result<Secret> newPassphrase(const Context &context)
{
    auto passphrase = readSecret(u"Passphrase for the master key"_s);
    if (!passphrase || !context.person.canBeAsked())
        return passphrase;
    const auto again = readSecret(u"Once more"_s);
    if (!again)
        return failure(again.error());
    if (!passphrase->equals(again->reveal()))
        return failure(ErrorCode::InvalidInput, u"The two passphrases are not the same."_s);
    return passphrase;
}

QJsonObject bodyFor(const QString &path, const Secret &passphrase)
{
    QJsonObject body{{u"path"_s, path}};
    if (!passphrase.isEmpty())
        body.insert(u"passphrase"_s, QString::fromUtf8(passphrase.reveal()));
    return body;
}

QString keyText(const QString &key, bool isInBackup)
{
    if (key == "here"_L1)
        return u"The sign-ins come back: this computer has their master key already."_s;
    if (key == "keychain"_L1)
        return u"The sign-ins come back: their master key is in the keychain."_s;
    if (key == "file"_L1)
        return u"The sign-ins come back: their master key will be in the file master.key of the "
               "data folder."_s;
    return isInBackup ? u"The master key stays in the backup: where this computer does not have "
                        "it, sign in to each service again."_s
                      : u"The backup has no master key: where this computer does not have it, sign "
                        "in to each service again."_s;
}

} // namespace

QCoro::Task<int> runBackup(Context context, QStringList arguments)
{
    const QStringList options{u"with-master-key"_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), backupUsage);
    Secret passphrase;
    if (parsed->isSet(u"with-master-key"_s)) {
        auto typed = newPassphrase(context);
        if (!typed)
            co_return context.misused(typed.error(), backupUsage);
        passphrase = std::move(*typed);
    }
    const QString path = QDir().absoluteFilePath(parsed->positional(0));
    const QJsonObject body = bodyFor(path, passphrase);
    const auto answer = co_await context.api.call("POST"_ba, u"/api/backup"_s, body);
    if (!answer)
        co_return context.failed(answer.error());
    const QString what = passphrase.isEmpty()
        ? u"The master key is not in it: only a computer that has it opens the sign-ins."_s
        : u"With the passphrase it can be restored on any computer, sign-ins and all. Nobody can "
          "recover a passphrase that is lost."_s;
    context.output.result(u"The backup is in %1. %2"_s.arg(QDir::toNativeSeparators(path), what),
                          *answer);
    co_return Done;
}

QCoro::Task<int> runRestore(Context context, QStringList arguments)
{
    const QStringList options{u"without-master-key"_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), restoreUsage);
    const QString path = QDir().absoluteFilePath(parsed->positional(0));
    const QJsonObject question = bodyFor(path, {});
    const auto looked = co_await context.api.call("POST"_ba, u"/api/backup/look"_s, question);
    if (!looked)
        co_return context.failed(looked.error());
    const bool isInBackup = looked->value(u"master_key"_s).toBool();
    Secret passphrase;
    if (isInBackup && !parsed->isSet(u"without-master-key"_s)) {
        auto typed = readSecret(u"Passphrase of the backup"_s);
        if (!typed)
            co_return context.misused(typed.error(), restoreUsage);
        passphrase = std::move(*typed);
    }
    const QJsonObject body = bodyFor(path, passphrase);
    const auto answer = co_await context.api.call("POST"_ba, u"/api/backup/restore"_s, body);
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(
        u"The backup is checked and laid ready. Quit Fairlead and start it again: it then has what "
        "the backup holds, and what it has now is kept in a folder beside it. %1"_s.arg(
            keyText(answer->value(u"master_key"_s).toString(), isInBackup)),
        *answer);
    co_return Done;
}

} // namespace fairlead::ctl
