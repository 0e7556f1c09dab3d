// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"
#include "ui/services.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace fairlead::ui {

class MessageBar;

/**
 * Asks whether the master key comes along, and where the backup goes; then writes it, which can be
 * cancelled. Deletes itself when it is closed.
 */
class BackupDialog final : public QDialog
{
    Q_OBJECT

public:
    BackupDialog(const Services &services, QWidget *parent);
    ~BackupDialog() override;

    /** Makes the backup, without asking where. */
    void writeTo(const QString &path);

    /** Escape and Cancel: while the backup is made, ends that first. */
    void reject() override;

Q_SIGNALS:
    void written(const QString &path);

private:
    void buildLayout();
    [[nodiscard]] QWidget *makePassphraseFields();
    void choosePlace();
    void finish(const QString &path, const Result<> &result);
    void setWorking(bool isWorking);
    void refresh();
    [[nodiscard]] QString passphraseProblem() const;

    const Services &m_services;
    CancellationSource m_cancellation;
    bool m_isWorking = false;
    MessageBar *m_message;
    QCheckBox *m_withKey;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QWidget *m_fields;
    QWidget *m_without;
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_cancel;
};

} // namespace fairlead::ui
