// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/approvedfolders.h"

#include "server/base/text.h"
#include "server/providers/linkfreefile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

constexpr qsizetype longestPath = 4096;
constexpr qsizetype longestShownPath = 300;
constexpr qsizetype longestName = 200;
constexpr qsizetype longestNameBytes = 240; // most file systems take 255
constexpr qsizetype longestSuffix = 20;
constexpr qsizetype mostFolders = 100;
constexpr int mostOfOneName = 1000;

QString shown(const QString &path)
{
    return cleanedLine(QDir::toNativeSeparators(path), longestShownPath);
}

QString howToApprove()
{
    return u"To approve one, the user runs: fairleadctl folders add DIR"_s;
}

/** The real path, or the given one where nothing is (yet): a disk that is not in. */
QString realPath(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(path) : real;
}

bool isBelow(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
}

QString megabytes(qint64 bytes)
{
    return u"%1 MB"_s.arg(static_cast<double>(bytes) / 1'048'576, 0, 'f', 1);
}

/** The name with " (2)" before its suffix, short enough for a file system. */
QString numbered(const QString &name, int number)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool hasSuffix = dot > 0 && name.size() - dot <= longestSuffix;
    const QString suffix = hasSuffix ? name.sliced(dot) : QString();
    const QString end = number > 1 ? u" (%1)"_s.arg(number) + suffix : suffix;
    QString stem = name.chopped(suffix.size());
    const auto isTooLong = [&] {
        return stem.size() + end.size() > longestName
            || (stem + end).toUtf8().size() > longestNameBytes;
    };
    while (stem.size() > 1 && isTooLong())
        stem.chop(stem.size() > 2 && stem.back().isLowSurrogate() ? 2 : 1);
    return stem + end;
}

} // namespace

ApprovedFolders::ApprovedFolders()
    : ApprovedFolders(Options())
{}

ApprovedFolders::ApprovedFolders(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    for (const QString &folder : std::as_const(m_options.folders))
        m_folders.append(realPath(folder));
    if (!m_options.dataFolder.isEmpty())
        m_options.dataFolder = realPath(m_options.dataFolder);
}

Result<> ApprovedFolders::keep(const QStringList &folders)
{
    if (m_options.keep) {
        if (const auto kept = m_options.keep(folders); !kept)
            return kept;
    }
    m_folders = folders;
    Q_EMIT changed();
    return {};
}

Result<QString> ApprovedFolders::add(const QString &path)
{
    const QString given = QDir::fromNativeSeparators(path);
    if (!QDir::isAbsolutePath(given) || given.size() > longestPath || given.contains(u'\0'))
        return failure(
            ErrorCode::InvalidInput,
            u"“%1” is no absolute path of a folder, such as /home/mia/Reports."_s.arg(shown(path)));
    const QFileInfo info(given);
    const QString real = info.canonicalFilePath();
    if (real.isEmpty() || !info.isDir())
        return failure(ErrorCode::NotFound, u"There is no folder %1."_s.arg(shown(path)));
    const QString home = realPath(QDir::homePath());
    const bool holdsData = !m_options.dataFolder.isEmpty()
        && (isBelow(m_options.dataFolder, real) || isBelow(real, m_options.dataFolder));
    if (isBelow(home, real) || QDir(real).isRoot() || holdsData)
        return failure(ErrorCode::InvalidInput,
                       u"%1 holds too much to be opened to AI tools: keys and passwords of other "
                       "programs, or Fairlead's own data. Approve a folder for just the files "
                       "that they may have."_s.arg(shown(real)));
    if (m_folders.contains(real))
        return real;
    if (m_folders.size() >= mostFolders)
        return failure(
            ErrorCode::InvalidInput,
            u"%1 folders are approved already. Remove one of them first."_s.arg(mostFolders));
    const auto kept = keep(m_folders + QStringList(real));
    if (!kept)
        return failure(kept.error());
    return real;
}

Result<> ApprovedFolders::remove(const QString &path)
{
    const QString given = QDir::fromNativeSeparators(path);
    QStringList rest = m_folders;
    const bool isFound = rest.removeAll(QDir::cleanPath(given)) > 0
        || (QDir::isAbsolutePath(given) && rest.removeAll(realPath(given)) > 0);
    if (!isFound)
        return failure(ErrorCode::NotFound, u"%1 is not an approved folder."_s.arg(shown(path)));
    return keep(rest);
}

bool ApprovedFolders::isInside(const QString &realPath) const
{
    if (!m_options.dataFolder.isEmpty() && isBelow(realPath, m_options.dataFolder))
        return false;
    return std::any_of(m_folders.begin(), m_folders.end(), [&](const QString &folder) {
        return isBelow(realPath, folder);
    });
}

Error ApprovedFolders::outside(const QString &path) const
{
    if (m_folders.isEmpty())
        return {.code = ErrorCode::Forbidden,
                .message =
                    u"No folder is approved for uploads and downloads. %1"_s.arg(howToApprove())};
    return {.code = ErrorCode::Forbidden,
            .message = u"%1 is not in a folder that is approved for uploads and downloads. "
                       "Approved: %2. %3"_s.arg(
                           shown(path), shown(m_folders.join(u", "_s)), howToApprove())};
}

Result<QString> ApprovedFolders::resolved(const QString &path) const
{
    QString given = QDir::fromNativeSeparators(path);
    if (given.isEmpty() || given.size() > longestPath || given.contains(u'\0'))
        return failure(
            ErrorCode::InvalidInput,
            u"“%1” is no path. Give the absolute path of a file or folder."_s.arg(shown(path)));
    if (given == "~"_L1 || given.startsWith("~/"_L1))
        given.replace(0, 1, QDir::homePath());
    QStringList candidates(given);
    if (!QDir::isAbsolutePath(given)) {
        candidates.clear();
        for (const QString &folder : m_folders)
            candidates.append(folder + u'/' + given);
    }
    bool isMissing = false;
    for (const QString &candidate : std::as_const(candidates)) {
        QString real = QFileInfo(candidate).canonicalFilePath();
        if (!real.isEmpty() && isInside(real))
            return real;
        isMissing |= real.isEmpty() && isInside(QDir::cleanPath(candidate));
    }
    if (!isMissing)
        return failure(outside(path));
    return failure(ErrorCode::NotFound,
                   u"%1 does not exist. Approved folders: %2."_s.arg(
                       shown(path), shown(m_folders.join(u", "_s))));
}

Result<std::unique_ptr<QFile>> ApprovedFolders::openForReading(const QString &path) const
{
    const auto real = resolved(path);
    if (!real)
        return failure(real.error());
    auto file = openWithoutLinks(*real);
    if (!file)
        return failure(file.error());
    if ((*file)->size() > m_options.largestFile)
        return failure(ErrorCode::InvalidInput,
                       u"%1 has %2; the most is %3."_s.arg(shown(path),
                                                           megabytes((*file)->size()),
                                                           megabytes(m_options.largestFile)));
    return file;
}

Result<QString> ApprovedFolders::folderAt(const QString &folder) const
{
    const bool isOnly = folder.isEmpty() && m_folders.size() == 1;
    const auto real = folder.isEmpty() && m_folders.isEmpty()
        ? Result<QString>(failure(outside(folder)))
        : resolved(isOnly ? m_folders.first() : folder);
    if (real && !QFileInfo(*real).isDir())
        return failure(ErrorCode::InvalidInput,
                       u"%1 is not a folder. Give a folder to save in."_s.arg(shown(folder)));
    return real;
}

Result<> ApprovedFolders::checkFolder(const QString &folder) const
{
    return folderAt(folder).map([](const QString &) {});
}

Result<QString> ApprovedFolders::save(const QString &folder,
                                      const QString &suggestedName,
                                      const QByteArray &content) const
{
    const auto real = folderAt(folder);
    if (!real)
        return failure(real.error());
    if (content.size() > m_options.largestFile)
        return failure(ErrorCode::InvalidInput,
                       u"The file has %1; the most that is saved is %2."_s.arg(
                           megabytes(content.size()), megabytes(m_options.largestFile)));
    const QString name = fileName(suggestedName);
    for (int number = 1; number <= mostOfOneName; ++number) {
        const QString tried = numbered(name, number);
        const auto written = writeNewFile(*real, tried, content);
        if (written)
            return QDir::toNativeSeparators(*real + u'/' + tried);
        if (written.error().code != ErrorCode::Conflict)
            return failure(written.error());
    }
    return failure(ErrorCode::Conflict,
                   u"%1 has %2 files named %3 already. Save to another folder."_s.arg(shown(*real))
                       .arg(mostOfOneName)
                       .arg(shown(name)));
}

QString ApprovedFolders::fileName(const QString &suggested)
{
    static const QRegularExpression forbidden(u"[/\\\\:*?\"<>|]"_s);
    static const QRegularExpression edges(u"^[.\\s]+|[.\\s]+$"_s);
    static const QRegularExpression device(u"^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString name = cleanedLine(suggested, longestPath);
    name.replace(forbidden, u"_"_s).remove(edges);
    if (name.contains(device))
        name.prepend(u'_');
    return name.isEmpty() ? u"file"_s : numbered(name, 1);
}

} // namespace fairlead::providers
