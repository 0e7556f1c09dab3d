// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/leasespage.h"

#include "server/leases/leases.h"
#include "ui/models/leasesmodel.h"
#include "ui/models/servertext.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/table.h"
#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {

LeasesPage::LeasesPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new LeasesModel(services, this))
    , m_warning(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_stages(new QStackedWidget(this))
    , m_list(makeTable(*m_model, tr("Leases"), this))
    , m_revoke(new QPushButton(tr("Re&voke…"), this))
{
    buildLayout();
    connect(m_model, &LeasesModel::modelReset, this, &LeasesPage::refresh);
    connect(m_model, &LeasesModel::timePassed, this, &LeasesPage::warn);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &LeasesPage::updateButtons);
    connect(m_revoke, &QPushButton::clicked, this, &LeasesPage::askToRevoke);
    refresh();
}

void LeasesPage::buildLayout()
{
    auto *empty = new EmptyState(
        tr("No program holds credentials"),
        tr("A program whose key may lease credentials gets those of your services for a time, and "
           "renews them while it needs them. While it holds some, it is listed here."),
        {tr("To the &keys")},
        this);
    connect(empty, &EmptyState::actionRequested, this, &LeasesPage::keysRequested);
    m_stages->addWidget(empty);

    auto *page = new QWidget(this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_revoke);
    buttons->addStretch();
    auto *list = new QVBoxLayout(page);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(bodyLabel(tr("These programs hold credentials of your services for a time. "
                                 "What Fairlead gives to one ends when its lease is revoked; a "
                                 "token that the program has copied lasts until its service ends "
                                 "it."),
                              page));
    list->addWidget(m_list, 1);
    list->addLayout(buttons);
    m_stages->addWidget(page);

    auto *column = new QVBoxLayout(this);
    column->addWidget(headingLabel(tr("Leases"), HeadingLevel::Page, this));
    column->addWidget(m_message);
    column->addWidget(m_warning);
    column->addWidget(m_stages, 1);
}

void LeasesPage::refresh()
{
    const int rows = m_model->rowCount();
    m_stages->setCurrentIndex(rows == 0 ? 0 : 1);
    if (!m_model->problem().isEmpty())
        m_message->showMessage(StateMark::Failure, m_model->problem());
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(m_selectedId)), 0));
    updateButtons();
    warn();
}

void LeasesPage::warn()
{
    const QString warning = m_model->warning();
    if (warning.isEmpty())
        m_warning->clear();
    else if (warning != m_warning->text())
        m_warning->showMessage(StateMark::Warning, warning);
}

void LeasesPage::updateButtons()
{
    const leases::Lease *lease = selected();
    if (lease != nullptr)
        m_selectedId = lease->id;
    m_revoke->setEnabled(lease != nullptr);
}

void LeasesPage::askToRevoke()
{
    const leases::Lease *lease = selected();
    if (lease == nullptr)
        return;
    auto *question = ask(
        this,
        //: %1 is a program.
        {.title = tr("Take the credentials back from %1?").arg(leaseHolderText(*lease, m_services)),
         //: %1 are services such as "Jira and Notion".
         .text = tr("Its lease of %1 ends at once. It can take a new one as long as its key "
                    "may: revoke the key, too, if it should not.")
                     .arg(leaseServicesText(*lease, m_services)),
         .action = tr("&Revoke")});
    connect(question, &QDialog::accepted, this, [this, id = lease->id] { revoke(id); });
}

void LeasesPage::revoke(const QString &id)
{
    m_message->clear();
    const auto revoked = m_services.leases.revoke(m_services.userId, id, u"revoked"_s);
    if (!revoked)
        m_message->showMessage(StateMark::Failure, serverText(revoked.error()));
}

const leases::Lease *LeasesPage::selected() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? &m_model->lease(current.row()) : nullptr;
}

} // namespace fairlead::ui
