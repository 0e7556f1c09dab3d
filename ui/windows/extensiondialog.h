// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"
#include "server/clients/connect/clientconnections.h"
#include "ui/services.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace fairlead::ui {

class MessageBar;
class StageStack;

/**
 * Saves the extension for Claude Desktop, then shows, this once, the key that Claude Desktop will
 * ask for. Deletes itself when it is closed.
 */
class ExtensionDialog final : public QDialog
{
    Q_OBJECT

public:
    ExtensionDialog(const Services &services, const clients::ClientStatus &client, QWidget *parent);
    ~ExtensionDialog() override;

    /** Makes the key and the file, without asking where. */
    void saveTo(const QString &path);

    /** Escape and Close; asks once more as long as the key was not copied. */
    void reject() override;

private:
    [[nodiscard]] QWidget *makeIntroduction();
    [[nodiscard]] QWidget *makeSteps();
    void choosePlace();
    void openExtension();
    void copyKey();

    const Services &m_services;
    clients::ClientStatus m_client;
    QString m_path; ///< of the extension, once it is saved
    Secret m_secret;
    bool m_copied = false;
    bool m_warned = false;
    MessageBar *m_message;
    StageStack *m_stages;
    QLineEdit *m_key;
    QPushButton *m_save;
    QPushButton *m_close;
    QWidget *m_steps;
};

} // namespace fairlead::ui
