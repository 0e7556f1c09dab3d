// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/workspacefiles.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

constexpr int deepest = 12;

bool isText(const QString &name)
{
    static const QStringList suffixes{
        u"md"_s, u"markdown"_s, u"txt"_s, u"rst"_s, u"adoc"_s, u"org"_s};
    return suffixes.contains(QFileInfo(name).suffix().toLower());
}

bool isFilledByPrograms(const QString &folder)
{
    return folder == "node_modules"_L1 || folder == "__pycache__"_L1;
}

class Walk final
{
public:
    Walk(const QString &workspace, qsizetype most, WorkspaceListing &listing)
        : m_workspace(workspace)
        , m_most(most)
        , m_listing(listing)
    {}

    // NOLINTNEXTLINE(misc-no-recursion): its depth is bounded
    void visit(const QString &folder, int depth)
    {
        // Files first, so that a deep folder takes no room from those that are seen first.
        const auto entries = QDir(folder).entryInfoList(
            QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Readable,
            QDir::Name | QDir::DirsLast);
        for (const QFileInfo &entry : entries) {
            if (m_listing.files.size() >= m_most) {
                m_listing.isCut = true;
                return;
            }
            if (entry.isFile())
                m_listing.files.append({.path = entry.absoluteFilePath(),
                                        .workspace = m_workspace,
                                        .isText = isText(entry.fileName())});
            else if (depth < deepest && !isFilledByPrograms(entry.fileName()))
                visit(entry.absoluteFilePath(), depth + 1);
        }
    }

private:
    const QString m_workspace;
    const qsizetype m_most;
    WorkspaceListing &m_listing;
};

} // namespace

WorkspaceListing workspaceFiles(const QStringList &folders, qsizetype most)
{
    WorkspaceListing listing;
    for (const QString &folder : folders)
        Walk(folder, most, listing).visit(folder, 0);
    std::ranges::stable_sort(listing.files, {}, &WorkspaceFile::path);
    // One folder may lie in another.
    const auto isSame = [](const WorkspaceFile &one, const WorkspaceFile &other) {
        return one.path == other.path;
    };
    listing.files.erase(std::unique(listing.files.begin(), listing.files.end(), isSame),
                        listing.files.end());
    return listing;
}

} // namespace fairlead::publishing
