// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyrightsbox.h"

#include "ui/widgets/typography.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace fairlead::ui {

KeyRightsBox::KeyRightsBox(QWidget *parent)
    : QWidget(parent)
    , m_lease(new QCheckBox(tr("Let it &lease credentials"), this))
    , m_leaseMeaning(bodyLabel(tr("A program with this key gets the tokens of your services "
                                  "themselves, each time for at most a day, and can use them past "
                                  "Fairlead. It is meant for servers of your own; leave it off "
                                  "for AI tools."),
                               this))
    , m_proxy(new QCheckBox(tr("Let it call the services &directly"), this))
    , m_proxyMeaning(bodyLabel(tr("A program with this key can send any request to your services "
                                  "in your name, past the tools and what they check. It is meant "
                                  "for scripts of your own; leave it off for AI tools."),
                               this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (const auto &[box, meaning] :
         {std::pair(m_proxy, m_proxyMeaning), std::pair(m_lease, m_leaseMeaning)}) {
        box->setAccessibleDescription(meaning->text());
        QSizePolicy wide = meaning->sizePolicy();
        wide.setHorizontalPolicy(QSizePolicy::Expanding);
        meaning->setSizePolicy(wide);
        column->addWidget(box);
        column->addWidget(meaning);
        connect(box, &QCheckBox::toggled, this, &KeyRightsBox::refresh);
    }
    column->addStretch();
    setTabOrder(m_proxy, m_lease);
    setFocusProxy(m_proxy);
    refresh();
}

void KeyRightsBox::setRights(tools::KeyRights rights)
{
    m_lease->setChecked(rights.testFlag(tools::KeyRight::Lease));
    m_proxy->setChecked(rights.testFlag(tools::KeyRight::Proxy));
}

tools::KeyRights KeyRightsBox::rights() const
{
    tools::KeyRights rights;
    rights.setFlag(tools::KeyRight::Lease, m_lease->isChecked());
    rights.setFlag(tools::KeyRight::Proxy, m_proxy->isChecked());
    return rights;
}

void KeyRightsBox::refresh()
{
    m_leaseMeaning->setVisible(m_lease->isChecked());
    m_proxyMeaning->setVisible(m_proxy->isChecked());
    Q_EMIT resized();
}

} // namespace fairlead::ui
