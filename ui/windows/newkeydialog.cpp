// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/newkeydialog.h"

#include "server/accounts/mcpkeys.h"
#include "server/base/clock.h"
#include "ui/models/servertext.h"
#include "ui/models/texts.h"
#include "ui/widgets/createdkeyview.h"
#include "ui/widgets/keyscope.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stagestack.h"
#include "ui/widgets/typography.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int maxNameLength = 100;
constexpr int nameWidthInCharacters = 56;

void addAccess(QComboBox &box, tools::KeyAccess access)
{
    box.addItem(accessText(access), int(access));
}

} // namespace

NewKeyDialog::NewKeyDialog(const Services &services,
                           const Instance &instance,
                           Purpose purpose,
                           QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_purpose(purpose)
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_stages(new StageStack(this))
    , m_name(new QLineEdit(this))
    , m_access(new QComboBox(this))
    , m_asking(new QComboBox(this))
    , m_expiry(new QComboBox(this))
    , m_created(new CreatedKeyView(instance, this))
    , m_create(new QPushButton(this))
    , m_close(new QPushButton(tr("Ca&ncel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    const bool forCursor = purpose == Purpose::CursorConfiguration;
    setWindowTitle(forCursor ? tr("Copy Cursor configuration") : tr("New key"));
    m_create->setText(forCursor ? tr("&Make key and copy") : tr("&Make key"));
    //: The name of the program; the proposed name of a key for it.
    m_name->setText(forCursor ? tr("Cursor") : QString());

    m_stages->addWidget(makeForm());
    m_stages->addWidget(m_created);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_create, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_create->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
    column->addWidget(buttons);

    connect(m_name, &QLineEdit::textChanged, this, &NewKeyDialog::updateCreateButton);
    connect(m_create, &QPushButton::clicked, this, &NewKeyDialog::create);
    connect(m_close, &QPushButton::clicked, this, &NewKeyDialog::reject);
    connect(m_created, &CreatedKeyView::copied, this, [this](const QString &message) {
        m_message->showMessage(StateMark::Good, message);
        growToFit(*this);
    });
    connect(m_scope, &KeyScope::resized, this, [this] { growToFit(*this); });
    updateCreateButton();
    m_name->setFocus();
}

NewKeyDialog::~NewKeyDialog() = default;

void NewKeyDialog::showKey(const accounts::CreatedMcpKey &created)
{
    setWindowTitle(tr("New key"));
    m_message->clear();
    m_stages->setCurrentWidget(m_created);
    m_create->hide();
    m_close->setText(tr("&Close"));
    m_created->showKey(created);
    growToFit(*this);
}

void NewKeyDialog::reject()
{
    const bool wouldBeLost = m_stages->currentWidget() == m_created && !m_created->wasCopied();
    if (wouldBeLost && !m_warned) {
        m_warned = true;
        m_message->showMessage(
            StateMark::Warning,
            tr("The key was not copied yet and cannot be shown again. Close once "
               "more to leave it."));
        growToFit(*this);
        return;
    }
    QDialog::reject();
}

void NewKeyDialog::addAsking()
{
    const auto add = [this](const QString &text, tools::KeyAsking asking) {
        m_asking->addItem(text, static_cast<int>(asking));
    };
    //: Before which calls Fairlead asks: every one that creates, changes or deletes.
    add(tr("Everything that it changes"), tools::KeyAsking::Writes);
    add(tr("What deletes or overwrites"), tools::KeyAsking::Destructive);
    //: Before no call at all does Fairlead ask.
    add(tr("Nothing"), tools::KeyAsking::Never);
    // What an AI tool changes, its person sees before; a script has nobody at its side.
    m_asking->setCurrentIndex(m_purpose == Purpose::CursorConfiguration ? 0 : 1);
}

QWidget *NewKeyDialog::makeForm()
{
    m_name->setMaxLength(maxNameLength);
    m_name->setMinimumWidth(m_name->fontMetrics().averageCharWidth() * nameWidthInCharacters);
    m_name->setPlaceholderText(tr("The program that will use it, for example Cursor"));
    addAccess(*m_access, tools::KeyAccess::Read);
    addAccess(*m_access, tools::KeyAccess::Write);
    addAccess(*m_access, tools::KeyAccess::Full);
    m_access->setCurrentIndex(1);
    addAsking();
    //: When a key expires.
    m_expiry->addItem(tr("Never"), 0);
    m_expiry->addItem(tr("In a week"), 7);
    m_expiry->addItem(tr("In 30 days"), 30);
    m_expiry->addItem(tr("In 90 days"), 90);
    m_expiry->addItem(tr("In a year"), 365);

    auto *page = new QWidget(this);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Access:"), m_access);
    //: Before which calls of an AI tool Fairlead asks the person.
    form->addRow(tr("As&k me before:"), m_asking);
    form->addRow(tr("&Expires:"), m_expiry);
    m_scope = new KeyScope(m_services, *form, page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bodyLabel(introduction(), page));
    column->addLayout(form);
    column->addStretch();
    return page;
}

void NewKeyDialog::create()
{
    if (const QString problem = m_scope->problem(); !problem.isEmpty()) {
        m_message->showMessage(StateMark::Warning, problem);
        growToFit(*this);
        return;
    }
    const int days = m_expiry->currentData().toInt();
    const accounts::NewMcpKey request{
        .userId = m_services.userId,
        .name = m_name->text().trimmed(),
        .access = static_cast<tools::KeyAccess>(m_access->currentData().toInt()),
        .connectionIds = m_scope->connectionIds(),
        .expiresAt = days == 0 ? QDateTime() : m_services.clock.now().addDays(days),
        .rights = m_scope->rights(),
        .toolsets = m_scope->toolsets(),
        .asks = static_cast<tools::KeyAsking>(m_asking->currentData().toInt())};
    const auto created = m_services.keys.create(request);
    if (!created) {
        m_message->showMessage(StateMark::Failure, serverText(created.error()));
        growToFit(*this);
        return;
    }
    showKey(*created);
    if (m_purpose == Purpose::CursorConfiguration)
        m_created->copyConfiguration();
}

void NewKeyDialog::updateCreateButton()
{
    m_create->setEnabled(!m_name->text().trimmed().isEmpty());
}

QString NewKeyDialog::introduction() const
{
    if (m_purpose == Purpose::CursorConfiguration)
        return tr("A key is shown only once, so the configuration comes with a new one. This makes "
                  "the key and copies what goes into ~/.cursor/mcp.json.");
    return tr("Give each program a key of its own: then you see which one asks, and can revoke it "
              "alone.");
}

} // namespace fairlead::ui
