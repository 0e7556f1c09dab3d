// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/createdkeyview.h"

#include "ui/widgets/clipboard.h"
#include "ui/widgets/typography.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int configurationLines = 13;
constexpr int keyLength = 4 + 64;

} // namespace

CreatedKeyView::CreatedKeyView(Instance instance, QWidget *parent)
    : QWidget(parent)
    , m_instance(std::move(instance))
    , m_title(headingLabel({}, HeadingLevel::Section, this))
    , m_key(new QLineEdit(this))
    , m_copyKey(new QPushButton(tr("Copy &key"), this))
    , m_transport(new QComboBox(this))
    , m_copyConfiguration(new QPushButton(tr("Copy C&ursor configuration"), this))
    , m_configuration(new QPlainTextEdit(this))
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_key->setReadOnly(true);
    m_key->setFont(fixed);
    m_key->setMinimumWidth(QFontMetrics(fixed).averageCharWidth() * (keyLength + 6));
    m_configuration->setReadOnly(true);
    m_configuration->setFont(fixed);
    m_configuration->setLineWrapMode(QPlainTextEdit::NoWrap);
    // JSON is written from left to right in every language.
    m_configuration->setLayoutDirection(Qt::LeftToRight);
    m_configuration->setTabChangesFocus(true);
    m_configuration->setAccessibleName(tr("Cursor configuration"));
    m_configuration->setMinimumHeight(QFontMetrics(fixed).lineSpacing() * configurationLines);
    m_transport->addItem(tr("Streamable HTTP"), int(clients::Transport::StreamableHttp));
    //: SSE is the name of the older transport of MCP.
    m_transport->addItem(tr("SSE (for older programs)"), int(clients::Transport::Sse));
    m_copyKey->setAutoDefault(false);
    m_copyConfiguration->setAutoDefault(false);
    buildLayout();
    connect(m_copyKey, &QPushButton::clicked, this, &CreatedKeyView::copyKey);
    connect(m_copyConfiguration, &QPushButton::clicked, this, &CreatedKeyView::copyConfiguration);
    connect(m_transport, &QComboBox::currentIndexChanged, this, [this] {
        m_configuration->setPlainText(configuration());
    });
}

CreatedKeyView::~CreatedKeyView() = default;

void CreatedKeyView::showKey(const accounts::CreatedMcpKey &created)
{
    m_secret = created.secret;
    m_copied = false;
    //: %1 is the name that the person gave to the key.
    m_title->setText(tr("The key “%1”").arg(created.key.name));
    m_key->setText(QString::fromLatin1(m_secret.reveal()));
    m_key->setCursorPosition(0);
    m_configuration->setPlainText(configuration());
    m_copyConfiguration->setFocus();
}

void CreatedKeyView::copyConfiguration()
{
    copySecretText(configuration());
    m_copied = true;
    Q_EMIT copied(tr("The configuration is on the clipboard. Paste it into ~/.cursor/mcp.json, or "
                     "add its entry to what is there."));
}

void CreatedKeyView::buildLayout()
{
    auto *keyRow = new QHBoxLayout;
    keyRow->addWidget(m_key, 1);
    keyRow->addWidget(m_copyKey);
    auto *transportRow = new QHBoxLayout;
    transportRow->addWidget(m_transport);
    transportRow->addStretch();
    transportRow->addWidget(m_copyConfiguration);

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto *keyLabel = new QLabel(tr("Ke&y:"), this);
    keyLabel->setBuddy(m_key);
    form->addRow(keyLabel, keyRow);
    auto *transportLabel = new QLabel(tr("&Transport:"), this);
    transportLabel->setBuddy(m_transport);
    form->addRow(transportLabel, transportRow);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(bodyLabel(tr("It is shown only now: Fairlead keeps nothing that it could be "
                                   "read from again. Copy the key, or Cursor's configuration with "
                                   "the key in it."),
                                this));
    column->addLayout(form);
    column->addWidget(m_configuration, 1);
}

clients::Transport CreatedKeyView::transport() const
{
    return static_cast<clients::Transport>(m_transport->currentData().toInt());
}

QString CreatedKeyView::configuration() const
{
    return clients::cursorConfigurationText(
        m_instance.url, QString::fromLatin1(m_secret.reveal()), transport());
}

void CreatedKeyView::copyKey()
{
    copySecretText(QString::fromLatin1(m_secret.reveal()));
    m_copied = true;
    Q_EMIT copied(tr("The key is on the clipboard."));
}

} // namespace fairlead::ui
