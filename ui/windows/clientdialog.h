// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/connect/clientconnections.h"
#include "ui/services.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace fairlead::ui {

class MessageBar;

/**
 * Shows what would be written into a program's configuration, with the key masked, and writes it
 * when the person agrees: that, and nothing that came in between. Deletes itself when it is closed.
 */
class ClientDialog final : public QDialog
{
    Q_OBJECT

public:
    ClientDialog(const Services &services, const clients::ClientStatus &client, QWidget *parent);

private:
    void buildLayout();
    void showPreview();
    void write();

    const Services &m_services;
    clients::ClientStatus m_client;
    QString m_fingerprint; ///< of what is shown
    MessageBar *m_message;
    QLabel *m_file;
    QLabel *m_notes;
    QPlainTextEdit *m_change;
    QPushButton *m_write;
};

} // namespace fairlead::ui
