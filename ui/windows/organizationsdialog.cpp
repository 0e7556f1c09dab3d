// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/organizationsdialog.h"

#include "ui/models/servertext.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/table.h"
#include "ui/widgets/typography.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using accounts::Invitation;
using accounts::Invitations;
using accounts::Membership;
using accounts::Organizations;
using accounts::Role;

constexpr int visibleRows = 8;
constexpr int visibleColumns = 80; // average characters
constexpr std::array roles{Role::Member, Role::Admin, Role::Owner};

QString roleText(Role role)
{
    switch (role) {
    case Role::Owner:
        return OrganizationsDialog::tr("Owner");
    case Role::Admin:
        return OrganizationsDialog::tr("Admin");
    case Role::Member:
        break;
    }
    return OrganizationsDialog::tr("Member");
}

} // namespace

OrganizationsDialog::OrganizationsDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_invitations(new QWidget(this))
    , m_organization(new QComboBox(this))
    , m_create(new QPushButton(tr("&New…"), this))
    , m_rename(new QPushButton(tr("Rena&me…"), this))
    , m_delete(new QPushButton(tr("&Delete…"), this))
    , m_leave(new QPushButton(tr("&Leave…"), this))
    , m_model(new QStandardItemModel(0, 3, this))
    , m_list(makeTable(*m_model, tr("Members"), this))
    , m_invite(new QPushButton(tr("&Invite…"), this))
    , m_role(new QPushButton(tr("&Role"), this))
    , m_remove(new QPushButton(tr("Remo&ve…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Organizations"));
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("E-mail"), tr("Role")});
    buildLayout();
    connectButtons();
    connect(&services.organizations, &Organizations::changed, this, &OrganizationsDialog::refresh);
    connect(&services.invitations, &Invitations::changed, this, &OrganizationsDialog::refresh);
    refresh();
    m_organization->setFocus();
}

void OrganizationsDialog::buildLayout()
{
    auto *invitations = new QVBoxLayout(m_invitations);
    invitations->setContentsMargins(0, 0, 0, 0);
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * visibleRows * 3 / 2);
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * visibleColumns);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(bodyLabel(tr("The members of an organization use the connections that are "
                                   "shared with them. Its owners and admins connect services "
                                   "there, share them and invite people."),
                                this));
    column->addWidget(m_invitations);
    column->addLayout(makeOrganizationRow());
    column->addWidget(m_list, 1);
    column->addLayout(makeMemberRow());
    column->addWidget(buttons);
}

QBoxLayout *OrganizationsDialog::makeOrganizationRow()
{
    auto *label = new QLabel(tr("&Organization:"), this);
    label->setBuddy(m_organization);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_organization, 1);
    for (QPushButton *button : {m_create, m_rename, m_delete, m_leave})
        row->addWidget(button);
    return row;
}

QBoxLayout *OrganizationsDialog::makeMemberRow()
{
    auto *menu = new QMenu(m_role);
    for (const Role role : roles)
        menu->addAction(roleText(role), this, [this, role] { setRole(role); });
    m_role->setMenu(menu);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_invite, m_role, m_remove})
        row->addWidget(button);
    row->addStretch();
    return row;
}

void OrganizationsDialog::connectButtons()
{
    using Self = OrganizationsDialog;
    for (const auto &[button, begin] : {std::pair(m_create, &Self::askForName),
                                        std::pair(m_rename, &Self::askForNewName),
                                        std::pair(m_delete, &Self::askToDelete),
                                        std::pair(m_leave, &Self::askToLeave),
                                        std::pair(m_invite, &Self::askWhomToInvite),
                                        std::pair(m_remove, &Self::askToRemove)}) {
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, begin);
    }
    m_role->setAutoDefault(false);
    connect(m_organization, &QComboBox::activated, this, &Self::showPeople);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &Self::updateButtons);
}

void OrganizationsDialog::refresh()
{
    showInvitations();
    showOrganizations();
    showPeople();
}

void OrganizationsDialog::showInvitations()
{
    // Only hidden: one of their buttons may still be handled.
    const auto before =
        m_invitations->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *row : before) {
        row->hide();
        row->deleteLater();
    }
    const auto invitations = m_services.invitations.to(m_services.userId);
    tell(invitations);
    for (const Invitation &invitation : invitations.value_or(QList<Invitation>()))
        addInvitation(invitation);
}

void OrganizationsDialog::addInvitation(const Invitation &invitation)
{
    const QString &name = invitation.organization.name;
    auto *row = new QWidget(m_invitations);
    auto *accept = new QPushButton(tr("&Accept"), row);
    auto *decline = new QPushButton(tr("Declin&e"), row);
    //: For screen readers, as the next one. %1 is an organization.
    accept->setAccessibleName(tr("Accept the invitation to %1").arg(name));
    decline->setAccessibleName(tr("Decline the invitation to %1").arg(name));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    //: %1 is a person, %2 an organization, %3 a role such as Member.
    const QString text = tr("%1 invites you to %2. Your role there: %3.");
    layout->addWidget(
        bodyLabel(text.arg(invitation.invitedBy, name, roleText(invitation.organization.role)),
                  row),
        1);
    for (QPushButton *button : {accept, decline}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    m_invitations->layout()->addWidget(row);
    connect(accept, &QPushButton::clicked, this, [this, id = invitation.id] {
        tell(m_services.invitations.accept(m_services.userId, id));
    });
    connect(decline, &QPushButton::clicked, this, [this, id = invitation.id] {
        tell(m_services.invitations.decline(m_services.userId, id));
    });
}

void OrganizationsDialog::showOrganizations()
{
    const QString chosen = m_organization->currentData().toString();
    const auto all = m_services.organizations.of(m_services.userId);
    tell(all);
    m_memberships = all.value_or(QList<Membership>());
    m_organization->clear();
    for (const Membership &membership : std::as_const(m_memberships))
        //: %1 is an organization, %2 the person's role there.
        m_organization->addItem(tr("%1 (%2)").arg(membership.name, roleText(membership.role)),
                                membership.id);
    m_organization->setCurrentIndex(qMax(0, m_organization->findData(chosen)));
    m_organization->setEnabled(!m_memberships.isEmpty());
}

void OrganizationsDialog::showPeople()
{
    const int row = m_list->currentIndex().row();
    m_model->removeRows(0, m_model->rowCount());
    m_people.clear();
    if (const Membership *organization = selected()) {
        const auto members = m_services.organizations.members(m_services.userId, organization->id);
        tell(members);
        for (const accounts::Member &member : members.value_or(QList<accounts::Member>()))
            addPerson(
                {.id = member.userId, .name = member.name}, member.email, roleText(member.role));
    }
    if (const Membership *organization = selected();
        organization && organization->role >= Role::Admin) {
        const auto invited = m_services.invitations.of(m_services.userId, organization->id);
        tell(invited);
        for (const Invitation &each : invited.value_or(QList<Invitation>()))
            addPerson({.id = each.id, .name = each.userName, .isInvited = true},
                      {},
                      //: %1 is a role such as Member.
                      tr("Invited: %1").arg(roleText(each.organization.role)));
    }
    if (!m_people.isEmpty())
        m_list->setCurrentIndex(m_model->index(qBound(0, row, int(m_people.size()) - 1), 0));
    updateButtons();
}

void OrganizationsDialog::addPerson(const Person &person, const QString &email, const QString &role)
{
    QList<QStandardItem *> cells;
    for (const QString &text : {person.name, email, role}) {
        cells.append(new QStandardItem(text)); // the model's, once it is appended
        cells.last()->setEditable(false);
    }
    m_people.append(person);
    m_model->appendRow(cells);
}

void OrganizationsDialog::updateButtons()
{
    const Membership *organization = selected();
    const Person *person = selectedPerson();
    const bool isOwner = organization != nullptr && organization->role == Role::Owner;
    const bool isAdmin = organization != nullptr && organization->role >= Role::Admin;
    m_rename->setEnabled(isOwner);
    m_delete->setEnabled(isOwner);
    m_leave->setEnabled(organization != nullptr);
    m_invite->setEnabled(isAdmin);
    m_role->setEnabled(isAdmin && person != nullptr && !person->isInvited);
    m_remove->setEnabled(isAdmin && person != nullptr);
}

void OrganizationsDialog::askForText(const QString &title,
                                     const QString &label,
                                     const QString &text,
                                     const TextTaker &take)
{
    auto *question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(title);
    question->setLabelText(label);
    question->setTextValue(text);
    question->setOkButtonText(tr("&OK"));
    question->setCancelButtonText(tr("Ca&ncel"));
    connect(question, &QInputDialog::textValueSelected, this, take);
    question->open();
}

void OrganizationsDialog::askForName()
{
    askForText(tr("New organization"), tr("&Name:"), {}, [this](const QString &name) {
        const auto made = m_services.organizations.create(m_services.userId, name);
        tell(made);
        if (!made)
            return;
        m_organization->setCurrentIndex(m_organization->findData(made->id));
        showPeople();
    });
}

void OrganizationsDialog::askForNewName()
{
    const Membership organization = *selected();
    //: %1 is an organization.
    askForText(tr("Rename %1").arg(organization.name),
               tr("&Name:"),
               organization.name,
               [this, id = organization.id](const QString &name) {
                   tell(m_services.organizations.rename(m_services.userId, id, name));
               });
}

void OrganizationsDialog::askWhomToInvite()
{
    const Membership organization = *selected();
    //: %1 is an organization.
    askForText(tr("Invite to %1").arg(organization.name),
               tr("&Name or e-mail address of somebody who uses this Fairlead:"),
               {},
               [this, id = organization.id](const QString &name) {
                   tell(m_services.invitations.invite(m_services.userId, id, name, Role::Member));
               });
}

void OrganizationsDialog::askToDelete()
{
    const Membership organization = *selected();
    auto *question = ask(this,
                         //: %1 is an organization.
                         {.title = tr("Delete %1?").arg(organization.name),
                          .text = tr("Its members are on their own again. One that still has "
                                     "connections is not deleted."),
                          .action = tr("&Delete")});
    connect(question, &QDialog::accepted, this, [this, id = organization.id] {
        tell(m_services.organizations.remove(m_services.userId, id));
    });
}

void OrganizationsDialog::askToLeave()
{
    const Membership organization = *selected();
    auto *question = ask(this,
                         //: %1 is an organization.
                         {.title = tr("Leave %1?").arg(organization.name),
                          .text = tr("Your programs can use its connections no more, and their "
                                     "leases of them end."),
                          .action = tr("&Leave")});
    connect(question, &QDialog::accepted, this, [this, id = organization.id] {
        tell(m_services.organizations.removeMember(m_services.userId, id, m_services.userId));
    });
}

void OrganizationsDialog::askToRemove()
{
    const Membership organization = *selected();
    const Person person = *selectedPerson();
    if (person.isInvited) {
        tell(m_services.invitations.withdraw(m_services.userId, organization.id, person.id));
        return;
    }
    auto *question = ask(this,
                         //: %1 is a person, %2 an organization.
                         {.title = tr("Remove %1 from %2?").arg(person.name, organization.name),
                          .text = tr("That person's programs can use its connections no more, and "
                                     "their leases of them end."),
                          .action = tr("Remo&ve")});
    connect(question, &QDialog::accepted, this, [this, id = organization.id, user = person.id] {
        tell(m_services.organizations.removeMember(m_services.userId, id, user));
    });
}

void OrganizationsDialog::setRole(Role role)
{
    const Membership *organization = selected();
    const Person *person = selectedPerson();
    if (!organization || !person)
        return;
    // Copies: what changes is read anew meanwhile.
    const QString organizationId = organization->id;
    const QString personId = person->id;
    tell(m_services.organizations.setRole(m_services.userId, organizationId, personId, role));
}

template<typename T>
void OrganizationsDialog::tell(const Result<T> &outcome)
{
    if (!outcome)
        m_message->showMessage(StateMark::Failure, serverText(outcome.error()));
}

const Membership *OrganizationsDialog::selected() const
{
    const int index = m_organization->currentIndex();
    return index >= 0 && index < m_memberships.size() ? &m_memberships.at(index) : nullptr;
}

const OrganizationsDialog::Person *OrganizationsDialog::selectedPerson() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_people.size() ? &m_people.at(row) : nullptr;
}

} // namespace fairlead::ui
