// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/publishform.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace fairlead::ui {

class MessageBar;
class PublicationsModel;
class PublishingFilter;
struct PublicationRow;

/** The files of the added folders and the Jira issues that they became. Files that are dropped here
 * are published. */
class PublishingPage final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishingPage(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void publishRequested(const QStringList &paths, const fairlead::ui::PublishForm::Files &files);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildLayout();
    [[nodiscard]] QWidget *makeList();
    void connectParts();
    void refreshFolders();
    void refresh();
    void showDetails();
    void publishSelected();
    void publish(const QStringList &paths);
    void chooseFolder();
    void askToAdd(const QString &folder);
    void addFolder(const QString &folder);
    void askToRemove(const QString &folder);
    void openIssue();
    void askToForget();
    void exportLinks();
    void fail(const QString &message);
    [[nodiscard]] QList<int> selectedRows() const;
    [[nodiscard]] const PublicationRow *current() const; ///< null unless one row is selected

    const Services &m_services;
    PublicationsModel *m_model;
    MessageBar *m_message;
    // Tab goes in the order of making, which is this one.
    QPushButton *m_addFolder;
    QStackedWidget *m_stages;
    PublishingFilter *m_filter;
    QTreeView *m_list;
    QLabel *m_details;
    QPushButton *m_publish;
    QPushButton *m_open;
    QPushButton *m_forget;
    QPushButton *m_export;
    QList<QPair<QString, QString>> m_selected; ///< path and link; survives the reload of the list
};

} // namespace fairlead::ui
