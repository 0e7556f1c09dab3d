// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/worker.h"
#include "server/publishing/publisher.h"
#include "server/publishing/workspacefiles.h"
#include "ui/services.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace fairlead::ui {

/** A file of an added folder and the issue that it became, if it is published. */
struct PublicationRow
{
    enum class State {
        NotPublished,
        AsPublished,
        Changed,
        FilesMissing,
        FileGone,
        IssueGone,
        Uncertain
    };

    QString path;
    QString workspace;
    bool isText = true;
    std::optional<publishing::PublishedFile> published{};

    [[nodiscard]] State state() const;
    /** Its path below its folder, as this system writes it. */
    [[nodiscard]] QString shownPath() const;
};

/**
 * The files of the added folders as rows, with their issues. Reading takes time and happens beside
 * the window: first the folders and what is stored, then what Jira says.
 */
class PublicationsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { File, State, Issue, Status, Published, ColumnCount };
    enum class Kind { Texts, All, PublishedOnly };

    explicit PublicationsModel(const Services &services, QObject *parent = nullptr);
    ~PublicationsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] const PublicationRow &row(int index) const;
    /** -1 when none is shown. */
    [[nodiscard]] int rowOf(const QString &path, const QString &publicationId) const;
    /** Whether a folder has more files than are listed. */
    [[nodiscard]] bool isCut() const { return m_listing.isCut; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    /** Why the files cannot be read; empty when they can. */
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /** Empty: all added folders. */
    void setFolder(const QString &folder);
    void setKind(Kind kind);
    /** Only files whose path has all of these words. */
    void setWords(const QString &words);

    /** Reads all of it, and again whenever something changes, until stop(). */
    void reload();
    /** Ends what is under way. */
    void stop();

Q_SIGNALS:
    void loadingChanged();

private:
    [[nodiscard]] QCoro::Task<> load(int generation);
    [[nodiscard]] QCoro::Task<> listFolders(int generation);
    [[nodiscard]] QCoro::Task<bool> readLinks(int generation, bool asksService);
    void setLoading(bool isLoading);
    void rebuild();
    [[nodiscard]] bool isShown(const PublicationRow &row) const;
    [[nodiscard]] QString text(const PublicationRow &row, int column) const;

    const Services &m_services;
    Worker m_worker;
    publishing::WorkspaceListing m_listing;
    QList<publishing::PublishedFile> m_published;
    QList<PublicationRow> m_rows;
    QString m_folder;
    Kind m_kind = Kind::Texts;
    QStringList m_words;
    QString m_problem;
    CancellationSource m_cancellation;
    int m_generation = 0; ///< a late answer never overwrites a newer one
    QTimer m_changeTimer; ///< joins many changes into one reading
    bool m_isActive = false;
    bool m_isLoading = false;
};

[[nodiscard]] QString publicationStateText(PublicationRow::State state);

} // namespace fairlead::ui
