// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/invitations.h"
#include "ui/services.h"

#include <QDialog>

#include <functional>

class QBoxLayout;
class QComboBox;
class QPushButton;
class QStandardItemModel;
class QTreeView;
class QVBoxLayout;

namespace fairlead::ui {

class MessageBar;

/** The organizations that the person is in or is asked to join: making, naming and leaving them,
 * and who else is there. Deletes itself when it is closed. */
class OrganizationsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit OrganizationsDialog(const Services &services, QWidget *parent = nullptr);

private:
    /** A line of the table: somebody who is there, or is asked to come. */
    struct Person
    {
        QString id; ///< the user's, or the invitation's
        QString name;
        bool isInvited = false;
    };
    using TextTaker = std::function<void(const QString &text)>;

    void buildLayout();
    [[nodiscard]] QBoxLayout *makeOrganizationRow();
    [[nodiscard]] QBoxLayout *makeMemberRow();
    void connectButtons();
    void refresh();
    void showInvitations();
    void addInvitation(const accounts::Invitation &invitation);
    void showOrganizations();
    void showPeople();
    void addPerson(const Person &person, const QString &email, const QString &role);
    void updateButtons();

    void askForText(const QString &title,
                    const QString &label,
                    const QString &text,
                    const TextTaker &take);
    void askForName();
    void askForNewName();
    void askWhomToInvite();
    void askToDelete();
    void askToLeave();
    void askToRemove();
    void setRole(accounts::Role role);
    /** Shows why it failed; the rest is seen when the lists come anew. */
    template<typename T>
    void tell(const Result<T> &outcome);

    [[nodiscard]] const accounts::Membership *selected() const;
    [[nodiscard]] const Person *selectedPerson() const;

    const Services &m_services;
    MessageBar *m_message;
    // Tab goes in the order of making, which is this one.
    QWidget *m_invitations;
    QComboBox *m_organization;
    QPushButton *m_create;
    QPushButton *m_rename;
    QPushButton *m_delete;
    QPushButton *m_leave;
    QStandardItemModel *m_model;
    QTreeView *m_list;
    QPushButton *m_invite;
    QPushButton *m_role; ///< opens a menu of the roles
    QPushButton *m_remove;
    QList<accounts::Membership> m_memberships; ///< as in m_organization
    QList<Person> m_people; ///< as in m_model
};

} // namespace fairlead::ui
