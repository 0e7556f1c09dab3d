// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/proxychoice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

enum Kind { System, None, Own };

const QString none = u"none"_s;

} // namespace

ProxyChoice::ProxyChoice(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_address(new QLineEdit(this))
{
    m_kind->addItems({tr("The system's"), tr("None"), tr("This one:")});
    m_kind->setAccessibleName(tr("Proxy"));
    m_address->setPlaceholderText(u"http://proxy.example:3128"_s);
    m_address->setAccessibleName(tr("Address of the proxy"));
    m_address->setEnabled(false);
    setFocusProxy(m_kind);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind);
    row->addWidget(m_address, 1);
    connect(m_kind, &QComboBox::activated, this, [this](int kind) {
        m_address->setEnabled(kind == Own);
        if (kind == Own && m_address->text().isEmpty())
            m_address->setFocus();
        else
            Q_EMIT edited();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &ProxyChoice::edited);
}

QString ProxyChoice::value() const
{
    if (m_kind->currentIndex() == Own)
        return m_address->text().trimmed();
    return m_kind->currentIndex() == None ? none : QString();
}

void ProxyChoice::setValue(const QString &value)
{
    const bool isOwn = !value.isEmpty() && value != none;
    m_kind->setCurrentIndex(isOwn ? Own : value == none ? None : System);
    m_address->setEnabled(isOwn);
    if (isOwn)
        m_address->setText(value);
}

} // namespace fairlead::ui
