// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keyspage.h"

#include "server/accounts/mcpkeys.h"
#include "server/connections/connections.h"
#include "ui/models/keysmodel.h"
#include "ui/models/keytexts.h"
#include "ui/models/servertext.h"
#include "ui/pages/clientsview.h"
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

namespace fairlead::ui {

KeysPage::KeysPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new KeysModel(services, this))
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_clients(new ClientsView(services, this))
    , m_configuration(new QPushButton(tr("Copy &Cursor configuration…"), this))
    , m_newKey(new QPushButton(tr("&New key…"), this))
    , m_stages(new QStackedWidget(this))
    , m_list(makeTable(*m_model, tr("Keys"), this))
    , m_limits(bodyLabel({}, this))
    , m_rename(new QPushButton(tr("Rena&me"), this))
    , m_toolsets(new QPushButton(tr("Tool&sets…"), this))
    , m_rights(new QPushButton(tr("Ri&ghts…"), this))
    , m_rotate(new QPushButton(tr("Ro&tate…"), this))
    , m_revoke(new QPushButton(tr("Re&voke…"), this))
{
    buildLayout();
    connect(m_model, &KeysModel::modelReset, this, &KeysPage::refresh);
    connect(m_model, &KeysModel::renameFailed, this, [this](const QString &message) {
        m_message->showMessage(StateMark::Failure, message);
    });
    connect(m_list->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &KeysPage::updateButtons);
    connect(&m_services.connections,
            &connections::Connections::changed,
            this,
            &KeysPage::updateButtons);
    connect(
        m_clients, &ClientsView::configurationRequested, this, &KeysPage::configurationRequested);
    connect(m_newKey, &QPushButton::clicked, this, &KeysPage::newKeyRequested);
    connect(m_configuration, &QPushButton::clicked, this, &KeysPage::configurationRequested);
    connect(m_rename, &QPushButton::clicked, this, &KeysPage::renameSelected);
    connect(m_toolsets, &QPushButton::clicked, this, [this] {
        if (const auto *key = selected())
            Q_EMIT toolsetsRequested(*key);
    });
    connect(m_rights, &QPushButton::clicked, this, [this] {
        if (const auto *key = selected())
            Q_EMIT rightsRequested(*key);
    });
    connect(m_rotate, &QPushButton::clicked, this, &KeysPage::askToRotate);
    connect(m_revoke, &QPushButton::clicked, this, &KeysPage::askToRevoke);
    refresh();
}

void KeysPage::addToClient(const QString &clientId)
{
    m_clients->add(clientId);
}

void KeysPage::buildLayout()
{
    auto *empty =
        new EmptyState(tr("No program has a key yet"),
                       tr("Each program that may ask Fairlead gets a key of its own. The "
                          "key decides what the program may do, and revoking it ends that "
                          "at once."),
                       {tr("Copy &Cursor configuration…")},
                       this);
    connect(empty, &EmptyState::actionRequested, this, &KeysPage::configurationRequested);
    m_stages->addWidget(empty);
    m_stages->addWidget(makeList());

    auto *heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Keys"), HeadingLevel::Section, this), 1);
    heading->addWidget(m_configuration);
    heading->addWidget(m_newKey);
    auto *column = new QVBoxLayout(this);
    column->addWidget(headingLabel(tr("Clients and keys"), HeadingLevel::Page, this));
    column->addWidget(m_clients, 1);
    column->addLayout(heading);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
}

QWidget *KeysPage::makeList()
{
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    auto *page = new QWidget(this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_rename);
    buttons->addWidget(m_toolsets);
    buttons->addWidget(m_rights);
    buttons->addWidget(m_rotate);
    buttons->addWidget(m_revoke);
    buttons->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_limits);
    column->addLayout(buttons);
    return page;
}

void KeysPage::refresh()
{
    const int rows = m_model->rowCount();
    m_stages->setCurrentIndex(rows == 0 ? 0 : 1);
    m_configuration->setVisible(rows > 0);
    if (!m_model->problem().isEmpty())
        m_message->showMessage(StateMark::Failure, m_model->problem());
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(m_selectedId)), 0));
    updateButtons();
}

void KeysPage::updateButtons()
{
    const auto *key = selected();
    if (key) {
        m_selectedId = key->id;
        m_limits->setText(keyLimitLines(m_services, *key).join(QLatin1Char(' ')));
    }
    const bool inForce = key != nullptr && m_model->isInForce(m_list->currentIndex().row());
    m_rename->setEnabled(inForce);
    m_toolsets->setEnabled(inForce);
    m_rights->setEnabled(inForce);
    m_rotate->setEnabled(inForce);
    m_revoke->setEnabled(inForce);
}

void KeysPage::renameSelected()
{
    m_message->clear();
    const QModelIndex name = m_list->currentIndex().siblingAtColumn(KeysModel::Name);
    m_list->setCurrentIndex(name);
    m_list->edit(name);
}

void KeysPage::askToRotate()
{
    const auto *key = selected();
    if (!key)
        return;
    auto *question =
        ask(this,
            //: %1 is the name of a key.
            {.title = tr("Rotate the key “%1”?").arg(key->name),
             .text = tr("The key gets new digits, shown once. The old ones stop working at "
                        "once: put the new ones into the program that uses the key."),
             .action = tr("&Rotate")});
    connect(question, &QDialog::accepted, this, [this, id = key->id] { rotate(id); });
}

void KeysPage::rotate(const QString &id)
{
    m_message->clear();
    const auto created = m_services.keys.rotate(m_services.userId, id);
    if (created)
        Q_EMIT rotated(*created);
    else
        m_message->showMessage(StateMark::Failure, serverText(created.error()));
}

void KeysPage::askToRevoke()
{
    const auto *key = selected();
    if (!key)
        return;
    auto *question =
        ask(this,
            //: %1 is the name of a key.
            {.title = tr("Revoke the key “%1”?").arg(key->name),
             .text = tr("The program that uses it is cut off at once. A revoked key cannot "
                        "be brought back."),
             .action = tr("&Revoke")});
    connect(question, &QDialog::accepted, this, [this, id = key->id] { revoke(id); });
}

void KeysPage::revoke(const QString &id)
{
    m_message->clear();
    if (const auto revoked = m_services.keys.revoke(m_services.userId, id); !revoked)
        m_message->showMessage(StateMark::Failure, serverText(revoked.error()));
}

const accounts::McpKey *KeysPage::selected() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? &m_model->key(current.row()) : nullptr;
}

} // namespace fairlead::ui
