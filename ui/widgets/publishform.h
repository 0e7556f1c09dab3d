// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/publisher.h"
#include "ui/services.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace fairlead::ui {

class NeededFields;
class PublishChoices;

/** What files are published as: where, as which type, below which issue. */
class PublishForm final : public QWidget
{
    Q_OBJECT

public:
    /** What is to be published. */
    struct Files
    {
        qsizetype count = 1;
        qsizetype published = 0; ///< those that are published already
        QString project{}; ///< where most are, or were published last; may be empty
    };

    PublishForm(const Services &services, const Files &files, QWidget *parent = nullptr);

    /** Asks Jira what there is to choose from; failed() may follow at once. */
    void begin();
    /** Everything but the file. */
    [[nodiscard]] publishing::PublishRequest request() const;
    [[nodiscard]] bool isComplete() const;
    void focusFirst();

Q_SIGNALS:
    void edited();
    void failed(const QString &message);

private:
    void buildLayout();
    void addAgain(QFormLayout &form);
    void addParent(QFormLayout &form);
    void followChoices();
    void updateFields();
    void chooseProject();
    void chooseType();
    [[nodiscard]] bool makesIssues() const; ///< at least one
    [[nodiscard]] QString project() const;

    const Services &m_services;
    const Files m_files;
    PublishChoices *m_choices;
    // Tab goes in the order of making, which is this one.
    QComboBox *m_again;
    QWidget *m_newIssues; ///< all that only new issues need
    QComboBox *m_connection;
    QComboBox *m_project;
    QComboBox *m_type;
    NeededFields *m_needed;
    QComboBox *m_parentKind;
    QLineEdit *m_parent;
    QLineEdit *m_summary;
    QCheckBox *m_attach;
    QLabel *m_progress;
};

} // namespace fairlead::ui
