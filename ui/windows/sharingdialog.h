// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "ui/services.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace fairlead::ui {

class Checklist;
class MessageBar;

/** Gives a connection to an organization of the person, or shares one of it with others there.
 * Deletes itself when it is closed. */
class SharingDialog final : public QDialog
{
    Q_OBJECT

public:
    SharingDialog(const Services &services,
                  const connections::Connection &connection,
                  QWidget *parent = nullptr);

private:
    void buildLayout();
    void addOrganizations();
    void showMembers();
    void updateButtons();
    [[nodiscard]] connections::Sharing wanted() const;
    void save();

    const Services &m_services;
    connections::Connection m_connection;
    connections::Sharing m_sharing; ///< as it is
    MessageBar *m_message;
    QComboBox *m_organization;
    QComboBox *m_with;
    Checklist *m_members;
    QPushButton *m_save;
};

} // namespace fairlead::ui
