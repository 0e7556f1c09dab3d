// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/clientsview.h"

#include "ui/models/clientsmodel.h"
#include "ui/models/servertext.h"
#include "ui/urlopener.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/table.h"
#include "ui/widgets/typography.h"
#include "ui/windows/clientdialog.h"
#include "ui/windows/extensiondialog.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int adviceLines = 2;
constexpr int visibleRows = 4;

} // namespace

ClientsView::ClientsView(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ClientsModel(services, this))
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_stages(new QStackedWidget(this))
    , m_list(makeTable(*m_model, tr("Programs on this computer"), this))
    , m_advice(bodyLabel({}, this))
    , m_add(new QPushButton(tr("&Add…"), this))
    , m_remove(new QPushButton(tr("&Remove…"), this))
    , m_undo(new QPushButton(tr("Un&do"), this))
    , m_extension(new QPushButton(tr("As an e&xtension…"), this))
    , m_link(new QPushButton(this))
{
    buildLayout();
    connect(m_list->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &ClientsView::updateSelection);
    connect(m_list, &QTreeView::activated, this, &ClientsView::addSelected);
    connect(m_add, &QPushButton::clicked, this, &ClientsView::addSelected);
    connect(m_remove, &QPushButton::clicked, this, &ClientsView::askToRemove);
    connect(m_undo, &QPushButton::clicked, this, &ClientsView::undoSelected);
    connect(m_extension, &QPushButton::clicked, this, &ClientsView::offerExtension);
    connect(m_link, &QPushButton::clicked, this, &ClientsView::openLink);
    connect(
        &m_services.clientConnections,
        &clients::ClientConnections::changed,
        this,
        [this] {
            if (isVisible())
                reload();
        },
        // A button of this page is still being handled.
        Qt::QueuedConnection);
    updateSelection();
}

void ClientsView::buildLayout()
{
    m_list->setMinimumHeight(m_list->fontMetrics().height() * 2 * visibleRows);
    m_advice->setMinimumHeight(m_advice->fontMetrics().lineSpacing() * adviceLines);
    m_advice->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_extension);
    buttons->addWidget(m_link);
    buttons->addStretch();
    auto *found = new QWidget(this);
    auto *rows = new QVBoxLayout(found);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_advice);
    rows->addLayout(buttons);
    m_stages->addWidget(
        bodyLabel(tr("No program that Fairlead knows was found on this computer. Any other one "
                     "takes a key and the address: make a key below, and copy the configuration."),
                  this));
    m_stages->addWidget(found);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(headingLabel(tr("Programs on this computer"), HeadingLevel::Section, this));
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
}

void ClientsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        reload();
}

void ClientsView::reload()
{
    const QString chosen = m_selectedId;
    m_model->reload();
    m_stages->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(chosen)), 0));
    updateSelection();
}

void ClientsView::updateSelection()
{
    using clients::ClientState;
    const auto *client = selected();
    if (client)
        m_selectedId = client->id;
    m_advice->setText(client ? clientAdvice(*client) : QString());
    const bool isCopied = client != nullptr && client->state == ClientState::CopyOnly;
    const bool isWritten = client != nullptr && client->hasEntry;
    m_add->setText(isCopied        ? tr("&Copy configuration…")
                       : isWritten ? tr("&Update…")
                                   : tr("&Add…"));
    m_add->setEnabled(client != nullptr && client->state != ClientState::Unreadable);
    m_remove->setEnabled(isWritten);
    m_undo->setEnabled(client != nullptr && client->canUndo);
    m_extension->setVisible(client != nullptr && client->takesExtension);
    m_link->setVisible(client != nullptr && client->takesLink && !isWritten);
    if (client)
        //: %1 is the name of a program.
        m_link->setText(tr("&Open in %1").arg(client->name));
}

void ClientsView::add(const QString &clientId)
{
    m_selectedId = clientId;
    reload();
    if (m_selectedId == clientId)
        addSelected();
}

void ClientsView::addSelected()
{
    const auto *client = selected();
    if (!client || !m_add->isEnabled())
        return;
    m_message->clear();
    if (client->state == clients::ClientState::CopyOnly) {
        Q_EMIT configurationRequested();
        return;
    }
    (new ClientDialog(m_services, *client, window()))->open();
}

void ClientsView::askToRemove()
{
    const auto *client = selected();
    if (!client)
        return;
    auto *question =
        ask(this,
            //: %1 is the name of a program, %2 of a file.
            {.title = tr("Remove Fairlead from %1?").arg(client->name),
             .text = tr("Fairlead's entry is taken out of %2, and the key that was made for %1 is "
                        "revoked.")
                         .arg(client->name, QDir::toNativeSeparators(client->file)),
             .action = tr("&Remove")});
    connect(question, &QDialog::accepted, this, [this, id = client->id] { remove(id); });
}

void ClientsView::remove(const QString &id)
{
    m_message->clear();
    if (const auto removed = m_services.clientConnections.remove(id); !removed)
        m_message->showMessage(StateMark::Failure, serverText(removed.error()));
}

void ClientsView::undoSelected()
{
    const auto *client = selected();
    if (!client)
        return;
    m_message->clear();
    const QString file = QDir::toNativeSeparators(client->file);
    const auto undone = m_services.clientConnections.undo(client->id);
    if (undone)
        m_message->showMessage(StateMark::Good, tr("%1 is as it was before.").arg(file));
    else
        m_message->showMessage(StateMark::Failure, serverText(undone.error()));
}

void ClientsView::offerExtension()
{
    const auto *client = selected();
    if (!client)
        return;
    m_message->clear();
    (new ExtensionDialog(m_services, *client, window()))->open();
}

void ClientsView::openLink()
{
    const auto *client = selected();
    if (!client)
        return;
    const QString name = client->name;
    m_message->clear();
    const auto link = m_services.clientConnections.makeLink(client->id);
    if (!link)
        m_message->showMessage(StateMark::Failure, serverText(link.error()));
    else if (m_services.urlOpener.open(QUrl::fromEncoded(*link, QUrl::StrictMode)))
        m_message->showMessage(
            StateMark::Good,
            //: %1 is the name of a program.
            tr("%1 asks you now whether to add Fairlead. Agree there. Its key is in a file that "
               "only you can read, not in the link.")
                .arg(name));
    else
        m_message->showMessage(
            StateMark::Warning,
            //: %1 is the name of a program.
            tr("This desktop does not know that %1 opens such links. Choose Add… instead.")
                .arg(name));
}

const clients::ClientStatus *ClientsView::selected() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? &m_model->client(current.row()) : nullptr;
}

} // namespace fairlead::ui
