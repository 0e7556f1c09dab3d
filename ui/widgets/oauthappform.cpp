// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/oauthappform.h"

#include "ui/widgets/clipboard.h"
#include "ui/widgets/typography.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int maxLength = 1024;
constexpr int fieldWidthInCharacters = 60;

QLineEdit *makeField(QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setMaxLength(maxLength);
    field->setMinimumWidth(field->fontMetrics().averageCharWidth() * fieldWidthInCharacters);
    return field;
}

} // namespace

OAuthAppForm::OAuthAppForm(const ServiceGuide &guide, QWidget *parent)
    : QWidget(parent)
    , m_redirect(makeField(this))
    , m_scopes(makeField(this))
    , m_id(makeField(this))
    , m_secret(makeField(this))
    , m_form(new QFormLayout)
{
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addRedirectRow(*m_form);
    //: What an app has to be allowed to do, as the service names it: read:jira-work, …
    m_form->addRow(tr("Sco&pes:"), m_scopes);
    m_form->addRow(tr("Client &ID:"), m_id);
    m_form->addRow(tr("Client &secret:"), m_secret);
    m_secret->setEchoMode(QLineEdit::Password);
    for (auto *shown : {m_redirect, m_scopes})
        shown->setReadOnly(true);

    auto *appsPage = new QPushButton(guide.appPageAction, this);
    //: %1 is the name of a web server.
    appsPage->setToolTip(tr("Opens %1 in your browser").arg(guide.appsPage.host()));
    appsPage->setAutoDefault(false);
    connect(appsPage, &QPushButton::clicked, this, &OAuthAppForm::appsPageRequested);
    m_form->addRow(QString(), appsPage);
    m_form->setAlignment(appsPage, Qt::AlignLeading);
    for (auto *typed : {m_id, m_secret})
        connect(typed, &QLineEdit::textChanged, this, &OAuthAppForm::edited);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bodyLabel(guide.appSteps, this));
    column->addLayout(m_form);
    column->addStretch();
}

void OAuthAppForm::showRegistration(const QUrl &redirectUri, const QStringList &scopes)
{
    m_redirect->setText(redirectUri.toString());
    m_redirect->setCursorPosition(0);
    m_scopes->setText(scopes.join(u' '));
    m_scopes->setCursorPosition(0);
    m_scopes->setVisible(!scopes.isEmpty());
    m_form->labelForField(m_scopes)->setVisible(!scopes.isEmpty());
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the form shows
void OAuthAppForm::setClientId(const QString &clientId)
{
    m_id->setText(clientId);
}

QString OAuthAppForm::clientId() const
{
    return m_id->text().trimmed();
}

QString OAuthAppForm::clientSecret() const
{
    return m_secret->text().trimmed();
}

bool OAuthAppForm::isComplete() const
{
    return !clientId().isEmpty() && !clientSecret().isEmpty();
}

// NOLINTNEXTLINE(readability-make-member-function-const): it moves the cursor
void OAuthAppForm::focusFirstGap()
{
    (clientId().isEmpty() ? m_id : m_secret)->setFocus();
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the form shows
void OAuthAppForm::forgetSecret()
{
    m_secret->clear();
}

void OAuthAppForm::addRedirectRow(QFormLayout &form)
{
    auto *copy = new QPushButton(tr("Cop&y"), this);
    copy->setAutoDefault(false);
    copy->setAccessibleName(tr("Copy the redirect address"));
    connect(copy, &QPushButton::clicked, this, [this] { copyText(m_redirect->text()); });
    // Made late, but Tab should reach it beside its field.
    setTabOrder(m_redirect, copy);
    setTabOrder(copy, m_scopes);
    auto *row = new QHBoxLayout;
    row->addWidget(m_redirect, 1);
    row->addWidget(copy);
    auto *label = new QLabel(tr("&Redirect address:"), this);
    label->setBuddy(m_redirect);
    form.addRow(label, row);
}

} // namespace fairlead::ui
