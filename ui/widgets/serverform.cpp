// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/serverform.h"

#include "server/gateway/knownservers.h"
#include "ui/models/servertext.h"
#include "ui/models/signincheck.h"
#include "ui/widgets/typography.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using gateway::KnownServer;
using gateway::ServerSignIn;

enum Column { LabelColumn, FieldColumn };

constexpr int maxLength = 2048;
constexpr int maxNameLength = 60;
constexpr int fieldWidthInCharacters = 60;

} // namespace

ServerForm::ServerForm(QWidget *parent)
    : QWidget(parent)
    , m_server(new QComboBox(this))
    , m_hint(new QLabel(this))
    , m_note(bodyLabel({}, this))
{
    for (const KnownServer &server : gateway::knownServers())
        m_server->addItem(server.title, server.url.toString());
    m_server->addItem(tr("Another server"), QString());
    // No QFormLayout: that leaves gaps around wrapped texts.
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(FieldColumn, 1);
    addRow(*grid, tr("&Server:"), m_server);
    m_address = addField(*grid, tr("&Address:"));
    m_address->setPlaceholderText(u"https://mcp.example.com/mcp"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    for (QLabel *words : {m_hint, m_note})
        grid->addWidget(words, grid->rowCount(), FieldColumn);
    m_name = addField(*grid, tr("Na&me:"));
    m_name->setMaxLength(maxNameLength);
    m_token = addField(*grid, tr("&Token:"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Empty where the server wants none"));
    m_email = addField(*grid, tr("&E-mail:"));
    m_email->setPlaceholderText(tr("Only for a token that belongs to one, as at Atlassian"));
    grid->setRowStretch(grid->rowCount(), 1);
    connect(m_server, qOverload<int>(&QComboBox::activated), this, &ServerForm::choose);
    choose(0);
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the form shows
void ServerForm::fill(const QString &address, const QString &name, const QString &email)
{
    m_server->setCurrentIndex(m_server->count() - 1);
    m_server->setEnabled(false);
    m_address->setText(address);
    m_address->setReadOnly(true);
    m_name->setText(name);
    m_email->setText(email);
}

QString ServerForm::address() const
{
    return m_address->text().trimmed();
}

QString ServerForm::name() const
{
    return m_name->text().trimmed();
}

QString ServerForm::email() const
{
    return m_email->text().trimmed();
}

QString ServerForm::token() const
{
    return m_token->text().trimmed();
}

bool ServerForm::isComplete() const
{
    const bool hasEmail = !email().isEmpty();
    return gateway::serverAddress(address()).has_value()
        && (!hasEmail || (emailProblem(email()).isEmpty() && !token().isEmpty()));
}

// NOLINTNEXTLINE(readability-make-member-function-const): it moves the cursor
void ServerForm::focusFirstGap()
{
    if (!m_address->isReadOnly() && m_server->currentIndex() == 0)
        m_server->setFocus();
    else if (!gateway::serverAddress(address()))
        m_address->setFocus();
    else
        m_token->setFocus();
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the form shows
void ServerForm::forgetToken()
{
    m_token->clear();
}

void ServerForm::addRow(QGridLayout &grid, const QString &label, QWidget *field)
{
    auto *title = new QLabel(label, this);
    title->setBuddy(field);
    const int row = grid.rowCount();
    grid.addWidget(title, row, LabelColumn);
    grid.addWidget(field, row, FieldColumn);
}

QLineEdit *ServerForm::addField(QGridLayout &grid, const QString &label)
{
    auto *edit = new QLineEdit(this);
    edit->setMaxLength(maxLength);
    edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * fieldWidthInCharacters);
    addRow(grid, label, edit);
    connect(edit, &QLineEdit::textChanged, this, [this] {
        check();
        Q_EMIT edited();
    });
    return edit;
}

void ServerForm::choose(int index)
{
    m_address->setText(m_server->itemData(index).toString());
    if (m_address->text().isEmpty())
        m_address->setFocus();
}

void ServerForm::check()
{
    const auto address = gateway::serverAddress(this->address());
    // An empty field needs no reproach: the button that stays grey says enough.
    const bool isWrong = !this->address().isEmpty() && !address;
    m_hint->setText(isWrong ? serverText(address.error()) : QString());
    m_hint->setVisible(isWrong);
    m_address->setAccessibleDescription(m_hint->text());
    const KnownServer *server = known();
    m_name->setPlaceholderText(server != nullptr ? server->title
                                   : address     ? address->host()
                                                 : QString());
    QStringList lines;
    if (server == nullptr)
        lines += tr("Fairlead asks the server which tools it has. Those that it offers now may be "
                    "used at once; what it adds or changes later waits for your approval.");
    else if (server->signIn == ServerSignIn::Token)
        lines += tr("This server takes a token.");
    else if (server->signIn == ServerSignIn::Browser)
        lines += tr("This server lets people in through the browser only: leave the token empty.");
    else
        lines += tr("Enter a token, or leave it empty to sign in in the browser.");
    if (server != nullptr && !server->note.isEmpty())
        lines += serverText(server->note);
    m_note->setText(lines.join(u' '));
}

const KnownServer *ServerForm::known() const
{
    const auto address = gateway::serverAddress(this->address());
    return address ? gateway::knownServerAt(*address) : nullptr;
}

} // namespace fairlead::ui
