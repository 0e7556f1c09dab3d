// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/sharingdialog.h"

#include "server/accounts/organizations.h"
#include "server/connections/connections.h"
#include "ui/models/servertext.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/typography.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

using accounts::Member;
using accounts::Membership;
using accounts::Role;
using connections::Sharing;

constexpr int visibleMembers = 6;

} // namespace

SharingDialog::SharingDialog(const Services &services,
                             const connections::Connection &connection,
                             QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_connection(connection)
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_organization(new QComboBox(this))
    , m_with(new QComboBox(this))
    , m_members(new Checklist(tr("Members"), this))
    , m_save(new QPushButton(tr("&Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    //: %1 is the name of a site.
    setWindowTitle(tr("Share %1").arg(connection.name));
    // As the values of With.
    m_with->addItem(tr("All members"));
    m_with->addItem(tr("Its owners and admins only"));
    m_with->addItem(tr("These members, its owners and admins"));
    buildLayout();
    // Without knowing how it is shared, nothing is offered to be saved: that would be with all.
    if (const auto sharing = m_services.connections.sharingOf(connection); sharing) {
        m_sharing = *sharing;
        addOrganizations();
    } else {
        m_message->showMessage(StateMark::Failure, serverText(sharing.error()));
    }
    m_with->setCurrentIndex(static_cast<int>(m_sharing.with));
    connect(m_organization, &QComboBox::currentIndexChanged, this, &SharingDialog::showMembers);
    connect(m_with, &QComboBox::currentIndexChanged, this, &SharingDialog::updateButtons);
    connect(m_members, &QListWidget::itemChanged, this, &SharingDialog::updateButtons);
    showMembers();
}

void SharingDialog::buildLayout()
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Ca&ncel"), QDialogButtonBox::RejectRole);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &SharingDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->addRow(tr("&Organization:"), m_organization);
    //: With whom a connection is shared.
    form->addRow(tr("S&hared with:"), m_with);
    form->addRow(QString(), m_members);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(bodyLabel(tr("A connection that is shared belongs to the organization and "
                                   "stays there. Programs of those whom it is shared with read "
                                   "and write with its account."),
                                this));
    column->addLayout(form);
    column->addWidget(buttons);
}

void SharingDialog::addOrganizations()
{
    const auto all = m_services.organizations.of(m_services.userId);
    if (!all)
        m_message->showMessage(StateMark::Failure, serverText(all.error()));
    for (const Membership &each : all.value_or(QList<Membership>())) {
        const bool isPossible = m_connection.isPersonal() || each.id == m_connection.userId;
        if (isPossible && each.role >= Role::Admin)
            m_organization->addItem(each.name, each.id);
    }
    m_organization->setEnabled(m_connection.isPersonal() && m_organization->count() > 1);
}

void SharingDialog::showMembers()
{
    const auto all = m_services.organizations.members(m_services.userId,
                                                      m_organization->currentData().toString());
    m_members->clear();
    for (const Member &member : all.value_or(QList<Member>())) {
        if (member.role == Role::Member)
            m_members->add(member.userId,
                           member.name,
                           m_sharing.userIds.contains(member.userId) ? Qt::Checked : Qt::Unchecked);
    }
    m_members->fitTo(visibleMembers);
    updateButtons();
}

void SharingDialog::updateButtons()
{
    const Sharing sharing = wanted();
    const bool isNamed = sharing.with == Sharing::With::Users;
    m_members->setEnabled(isNamed && m_members->count() > 0);
    m_save->setEnabled(m_organization->count() > 0 && (!isNamed || !sharing.userIds.isEmpty()));
}

Sharing SharingDialog::wanted() const
{
    Sharing sharing{.with = static_cast<Sharing::With>(m_with->currentIndex())};
    if (sharing.with == Sharing::With::Users)
        sharing.userIds = m_members->checkedNames();
    return sharing;
}

void SharingDialog::save()
{
    const auto shared =
        m_services.organizations
            .findAs(m_services.userId, m_organization->currentData().toString(), Role::Admin)
            .and_then([this](const Membership &organization) {
                return m_services.connections.share(
                    m_services.userId, m_connection.id, organization.id, wanted());
            });
    if (shared)
        accept();
    else
        m_message->showMessage(StateMark::Failure, serverText(shared.error()));
}

} // namespace fairlead::ui
