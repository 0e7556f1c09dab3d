// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jirasigninform.h"

#include "ui/models/signincheck.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int maxLength = 2048;
constexpr int fieldWidthInCharacters = 60;

} // namespace

JiraSignInForm::JiraSignInForm(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_site = addField(*form, tr("&Site:"), siteProblem);
    m_site.edit->setPlaceholderText(u"company.atlassian.net"_s);
    m_email = addField(*form, tr("&E-mail:"), emailProblem);
    m_email.edit->setPlaceholderText(tr("you@company.com"));
    m_token = addField(*form, tr("API &token:"), tokenProblem);
    m_token.edit->setEchoMode(QLineEdit::Password);
    m_token.edit->setPlaceholderText(tr("Paste the token here"));

    // Made after the fields, because Tab goes in the order of making.
    auto *tokenPage = new QPushButton(tr("&Make a token at Atlassian…"), this);
    tokenPage->setToolTip(tr("Opens id.atlassian.com in your browser"));
    tokenPage->setAutoDefault(false);
    connect(tokenPage, &QPushButton::clicked, this, &JiraSignInForm::tokenPageRequested);
    form->addRow(QString(), tokenPage);
    form->setAlignment(tokenPage, Qt::AlignLeading);
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the form shows
void JiraSignInForm::fill(const QString &site, const QString &email)
{
    m_site.edit->setText(site);
    m_email.edit->setText(email);
}

QString JiraSignInForm::site() const
{
    return m_site.edit->text().trimmed();
}

QString JiraSignInForm::email() const
{
    return m_email.edit->text().trimmed();
}

QString JiraSignInForm::token() const
{
    return m_token.edit->text().trimmed();
}

bool JiraSignInForm::isComplete() const
{
    const std::array fields{m_site, m_email, m_token};
    return std::ranges::all_of(
        fields, [](const Field &field) { return field.problem(field.edit->text()).isEmpty(); });
}

void JiraSignInForm::focusFirstGap()
{
    for (const Field &field : {m_site, m_email, m_token}) {
        if (!field.problem(field.edit->text()).isEmpty()) {
            field.edit->setFocus();
            return;
        }
    }
    m_token.edit->setFocus();
    m_token.edit->selectAll();
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the form shows
void JiraSignInForm::forgetToken()
{
    m_token.edit->clear();
}

JiraSignInForm::Field JiraSignInForm::addField(QFormLayout &form,
                                               const QString &label,
                                               QString (*problem)(const QString &))
{
    const Field field{new QLineEdit(this), new QLabel(this), problem};
    field.edit->setMaxLength(maxLength);
    field.edit->setMinimumWidth(field.edit->fontMetrics().averageCharWidth()
                                * fieldWidthInCharacters);
    form.addRow(label, field.edit);
    field.hint->setTextFormat(Qt::PlainText);
    field.hint->setWordWrap(true);
    QSizePolicy policy = field.hint->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Expanding);
    field.hint->setSizePolicy(policy);
    // Never without a line: the rows below must not jump while somebody types.
    field.hint->setText(u" "_s);
    form.addRow(QString(), field.hint);
    connect(field.edit, &QLineEdit::textChanged, this, [this, field] {
        check(field);
        Q_EMIT edited();
    });
    return field;
}

void JiraSignInForm::check(const Field &field)
{
    const QString text = field.edit->text();
    // An empty field needs no reproach: the button that stays grey says enough.
    const QString problem = text.trimmed().isEmpty() ? QString() : field.problem(text);
    field.hint->setText(problem.isEmpty() ? u" "_s : problem);
    field.edit->setAccessibleDescription(problem);
}

} // namespace fairlead::ui
