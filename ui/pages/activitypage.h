// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QPersistentModelIndex>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace fairlead::audit {
struct ActivityEntry;
} // namespace fairlead::audit

namespace fairlead::undo {
class Undoing;
class UndoStore;
} // namespace fairlead::undo

namespace fairlead::ui {

class ActivityDetails;
class ActivityExport;
class ActivityModel;
class MessageBar;

/** What clients did: a list that follows what happens, a filter, details, and files of it. */
class ActivityPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPage(const Services &services, QWidget *parent = nullptr);

    /** Lets the person put back what a call changed; both outlive the page. */
    void offerUndo(const undo::UndoStore &store, undo::Undoing &undoing);

    /** Writes what is shown into this file: JSON or JSON lines by its name, else CSV. */
    void exportTo(const QString &path);

private:
    void buildLayout();
    [[nodiscard]] QWidget *makeFilterLine();
    [[nodiscard]] QWidget *makeProgress();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeNothingFits();
    [[nodiscard]] QWidget *makeList();
    void keepPlace();
    void applyFilter();
    void clearFilter();
    void refresh();
    void showSelected();
    [[nodiscard]] QString undoOf(const audit::ActivityEntry &entry) const;
    void undoSelected();
    void chooseFile();
    void endExport();

    const Services &m_services;
    const undo::UndoStore *m_undoStore = nullptr; ///< null: nothing is undone
    undo::Undoing *m_undoing = nullptr; ///< likewise
    ActivityModel *m_model;
    MessageBar *m_message;
    // Tab goes in the order of making, which is this one.
    QPushButton *m_export;
    QLineEdit *m_text;
    QLineEdit *m_target;
    QComboBox *m_outcome;
    QStackedWidget *m_stages;
    QTreeView *m_list;
    ActivityDetails *m_details;
    QProgressBar *m_progress;
    QWidget *m_progressRow = nullptr;
    ActivityExport *m_running = nullptr;
    QTimer m_typing; ///< waits until a word is typed
    QPersistentModelIndex m_top; ///< the first visible row, while rows come above it
};

} // namespace fairlead::ui
