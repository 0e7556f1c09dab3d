// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tokenform.h"

#include "ui/models/signincheck.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int maxLength = 2048;
constexpr int fieldWidthInCharacters = 60;

} // namespace

TokenForm::TokenForm(const ServiceGuide &guide, QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    if (guide.tokenKind == TokenKind::WithSiteAndEmail) {
        m_fields.append(addField(*form, tr("&Site:"), siteProblem));
        m_fields.last().edit->setPlaceholderText(u"company.atlassian.net"_s);
        m_fields.append(addField(*form, tr("&E-mail:"), emailProblem));
        m_fields.last().edit->setPlaceholderText(tr("you@company.com"));
    } else if (guide.tokenKind == TokenKind::WithSite) {
        m_fields.append(addField(*form, tr("&Site:"), ownSiteProblem));
        m_fields.last().edit->setPlaceholderText(u"project.company.com"_s);
        m_fields.last().edit->setText(guide.usualSite);
    }
    m_fields.append(addField(*form, guide.tokenLabel, tokenProblem));
    m_fields.last().edit->setEchoMode(QLineEdit::Password);
    m_fields.last().edit->setPlaceholderText(tr("Paste the token here"));

    // Made after the fields, because Tab goes in the order of making.
    auto *tokenPage = new QPushButton(guide.tokenPageAction, this);
    //: %1 is the name of a web server.
    tokenPage->setToolTip(tr("Opens %1 in your browser").arg(guide.tokenPage.host()));
    tokenPage->setAutoDefault(false);
    connect(tokenPage, &QPushButton::clicked, this, &TokenForm::tokenPageRequested);
    form->addRow(QString(), tokenPage);
    form->setAlignment(tokenPage, Qt::AlignLeading);
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the form shows
void TokenForm::fill(const QString &site, const QString &email)
{
    if (m_fields.size() > 1)
        m_fields.at(0).edit->setText(site);
    if (m_fields.size() > 2)
        m_fields.at(1).edit->setText(email);
}

QString TokenForm::site() const
{
    return m_fields.size() == 1 ? QString() : m_fields.at(0).edit->text().trimmed();
}

QString TokenForm::email() const
{
    return m_fields.size() < 3 ? QString() : m_fields.at(1).edit->text().trimmed();
}

QString TokenForm::token() const
{
    return m_fields.last().edit->text().trimmed();
}

bool TokenForm::isComplete() const
{
    return std::ranges::all_of(
        m_fields, [](const Field &field) { return field.problem(field.edit->text()).isEmpty(); });
}

// NOLINTNEXTLINE(readability-make-member-function-const): it moves the cursor
void TokenForm::focusFirstGap()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (!field.problem(field.edit->text()).isEmpty()) {
            field.edit->setFocus();
            return;
        }
    }
    m_fields.last().edit->setFocus();
    m_fields.last().edit->selectAll();
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what the form shows
void TokenForm::forgetToken()
{
    m_fields.last().edit->clear();
}

TokenForm::Field TokenForm::addField(QFormLayout &form,
                                     const QString &label,
                                     QString (*problem)(const QString &))
{
    const Field field{new QLineEdit(this), new QLabel(this), problem};
    field.edit->setMaxLength(maxLength);
    field.edit->setMinimumWidth(field.edit->fontMetrics().averageCharWidth()
                                * fieldWidthInCharacters);
    form.addRow(label, field.edit);
    // The widest one loses its last pixel to rounding otherwise.
    QWidget *words = form.labelForField(field.edit);
    words->setMinimumWidth(words->sizeHint().width() + 2);
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

void TokenForm::check(const Field &field)
{
    const QString text = field.edit->text();
    // An empty field needs no reproach: the button that stays grey says enough.
    const QString problem = text.trimmed().isEmpty() ? QString() : field.problem(text);
    field.hint->setText(problem.isEmpty() ? u" "_s : problem);
    field.edit->setAccessibleDescription(problem);
}

} // namespace fairlead::ui
