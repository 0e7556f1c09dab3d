// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/attachedfiles.h"

#include "server/base/ids.h"

#include <algorithm>

namespace fairlead::publishing {

QList<LinkedFile> filesFrom(const QList<AttachedSource> &sources, const QList<Attachment> &there)
{
    QList<LinkedFile> files;
    for (const AttachedSource &source : sources) {
        const Attachment alike{.name = source.name, .size = source.content.size()};
        files.append({.path = source.path,
                      .name = source.name,
                      .contentHash = sha256Hex(source.content),
                      .size = alike.size,
                      .knownBefore = there.count(alike)});
    }
    return files;
}

void noteThoseThere(QList<LinkedFile> &files, const QList<Attachment> &there, const QDateTime &now)
{
    for (LinkedFile &file : files) {
        if (file.attachedAt.isValid())
            continue;
        const auto sentAlike = std::ranges::count_if(files, [&file](const LinkedFile &other) {
            return other.attachedAt.isValid() && other.name == file.name && other.size == file.size
                && other.knownBefore == file.knownBefore;
        });
        const qsizetype alike = there.count({.name = file.name, .size = file.size});
        if (alike - file.knownBefore - sentAlike <= 0)
            continue;
        file.attachedAt = now;
        file.problem.clear();
    }
}

QList<LinkedFile> mergedFiles(const QList<LinkedFile> &known, const QList<LinkedFile> &wanted)
{
    QList<LinkedFile> merged;
    for (const LinkedFile &file : wanted) {
        const auto before = std::ranges::find(known, file.path, &LinkedFile::path);
        const bool isSame = before != known.end() && before->contentHash == file.contentHash
            && before->name == file.name;
        merged.append(isSame ? *before : file);
    }
    for (const LinkedFile &file : known) {
        const bool isWanted =
            std::ranges::find(wanted, file.path, &LinkedFile::path) != wanted.end();
        if (!isWanted && file.attachedAt.isValid())
            merged.append(file);
    }
    return merged;
}

} // namespace fairlead::publishing
