// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/publicationsmodel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace fairlead::ui {

/** Which of the files of the added folders are shown. */
class PublishingFilter final : public QWidget
{
    Q_OBJECT

public:
    explicit PublishingFilter(PublicationsModel &model, QWidget *parent = nullptr);

    /** Keeps the one that is chosen, where it is still there. */
    void setFolders(const QStringList &folders);
    void chooseFolder(const QString &folder);
    /** Empty: all. */
    [[nodiscard]] QString folder() const;

Q_SIGNALS:
    void removeRequested(const QString &folder);

private:
    void buildLayout();
    void follow();

    PublicationsModel &m_model;
    // Tab goes in the order of making, which is this one.
    QComboBox *m_folder;
    QPushButton *m_remove;
    QComboBox *m_kind;
    QLineEdit *m_words;
};

} // namespace fairlead::ui
