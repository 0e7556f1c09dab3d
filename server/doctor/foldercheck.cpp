// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/foldercheck.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace fairlead::doctor {
namespace {

constexpr qint64 bytesPerMiB = 1024LL * 1024;
constexpr qint64 lowSpaceBytes = 50 * bytesPerMiB;

} // namespace

Finding lookAtFolder(const QString &folder)
{
    const QFileInfo info(folder);
    const QString shown = QDir::toNativeSeparators(folder);
    const auto foreign = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    const qint64 free = QStorageInfo(folder).bytesAvailable();
    if (free >= 0 && free < lowSpaceBytes)
        return {.verdict = Verdict::Problem,
                .text = {QT_TRANSLATE_NOOP("doctor", "Only %1 MiB are free for %2."),
                         {QString::number(free / bytesPerMiB), shown}},
                .remedy = {QT_TRANSLATE_NOOP(
                    "doctor", "Free some space; until then nothing can be stored.")}};
#if defined(Q_OS_UNIX)
    if ((info.permissions() & foreign) != QFile::Permissions())
        return {.verdict = Verdict::Problem,
                .text = {QT_TRANSLATE_NOOP("doctor", "Other users of this computer can enter %1."),
                         {shown}},
                .remedy = {QT_TRANSLATE_NOOP("doctor", "Run: chmod 700 '%1'"), {shown}}};
#else
    Q_UNUSED(foreign)
#endif
    if (!info.isWritable())
        return {
            .verdict = Verdict::Problem,
            .text = {QT_TRANSLATE_NOOP("doctor", "%1 cannot be written."), {shown}},
            .remedy = {QT_TRANSLATE_NOOP("doctor", "Correct the folder's owner and permissions.")}};
    return {.text = {QT_TRANSLATE_NOOP("doctor", "%1 is yours alone; %2 MiB are free."),
                     {shown, QString::number(free / bytesPerMiB)}}};
}

Finding lookAtLog(const QString &folder)
{
    const QString path = QDir(folder).filePath(u"fairlead.log"_s);
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    const bool writable = info.exists() ? info.isWritable() : QFileInfo(folder).isWritable();
    if (!writable || (info.exists() && !info.isFile()))
        return {.verdict = Verdict::Warning,
                .text = {QT_TRANSLATE_NOOP("doctor", "%1 cannot be written."), {shown}},
                .remedy = {QT_TRANSLATE_NOOP(
                    "doctor", "Remove the file, or correct its owner and permissions.")}};
    return {.text = {QT_TRANSLATE_NOOP("doctor", "What happens is written to %1."), {shown}}};
}

} // namespace fairlead::doctor
