// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"
#include "ui/services.h"

#include <QDialog>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace fairlead::backup {
enum class RestoredKey;
} // namespace fairlead::backup

namespace fairlead::ui {

class MessageBar;

/**
 * Looks at a backup, asks for its passphrase where it has a master key, and lays it ready for the
 * next start. Deletes itself when it is closed.
 */
class RestoreDialog final : public QDialog
{
    Q_OBJECT

public:
    RestoreDialog(const Services &services, QString path, QWidget *parent);
    ~RestoreDialog() override;

    /** Escape and Cancel: while something is done, ends that first. */
    void reject() override;

Q_SIGNALS:
    /** All is ready: Fairlead must start again. */
    void prepared();

private:
    void buildLayout();
    void look();
    void showContents(const Result<bool> &hasMasterKey);
    void prepare();
    void finish(const Result<backup::RestoredKey> &result);
    void setWorking(bool isWorking);

    const Services &m_services;
    QString m_path;
    CancellationSource m_cancellation;
    bool m_isWorking = false;
    bool m_isLeft = false; ///< the person has cancelled
    MessageBar *m_message;
    QLineEdit *m_passphrase;
    QWidget *m_fields;
    QProgressBar *m_progress;
    QPushButton *m_restore;
    QPushButton *m_cancel;
};

} // namespace fairlead::ui
