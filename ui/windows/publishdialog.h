// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/publishform.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace fairlead::ui {

class MessageBar;
class PublishRun;
class StageStack;

/**
 * Publishes files to Jira: what they become, a preview of what would be sent, and then file after
 * file with progress, what failed, and another try. Deletes itself when it is closed, which gives
 * up what is under way.
 */
class PublishDialog final : public QDialog
{
    Q_OBJECT

public:
    PublishDialog(const Services &services,
                  const QStringList &paths,
                  const PublishForm::Files &files,
                  QWidget *parent = nullptr);
    ~PublishDialog() override;

    /** Escape and the Cancel button: ends what is under way first, closes the dialog otherwise. */
    void reject() override;

private:
    enum class Stage { Form, Preview, Result };

    void buildLayout();
    [[nodiscard]] QWidget *makeList();
    void connectParts();
    void preview();
    void publish();
    void goBack();
    void follow();
    void showStage(Stage stage);
    void showDetails();
    void updateButtons();
    void openIssue();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QUrl issueUrl() const; ///< of the selected file's issue; may be empty

    const Services &m_services;
    const QStringList m_paths;
    PublishRun *m_run;
    MessageBar *m_message;
    StageStack *m_stages;
    PublishForm *m_form;
    QWidget *m_listStage;
    QLabel *m_summary;
    QProgressBar *m_progress;
    // Tab goes in the order of making, which is this one.
    QTreeView *m_list;
    QPlainTextEdit *m_details;
    QPushButton *m_back;
    QPushButton *m_open;
    QPushButton *m_retry;
    QPushButton *m_preview;
    QPushButton *m_publish;
    QPushButton *m_cancel;
    Stage m_stage = Stage::Form;
};

} // namespace fairlead::ui
