// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyscope.h"

#include "server/connections/connections.h"
#include "server/tools/toolsets.h"
#include "ui/models/servertext.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/keyrightsbox.h"

#include <QComboBox>
#include <QFormLayout>

namespace fairlead::ui {
namespace {

constexpr int visibleConnections = 4;
constexpr int visibleToolsets = 6;

enum WhichConnections { AllConnections, SomeConnections };
enum WhichToolsets { EverydayTools, SomeToolsets, AllToolsets };

} // namespace

KeyScope::KeyScope(const Services &services, QFormLayout &form, QWidget *page)
    : QObject(page)
    , m_services(services)
    , m_whichConnections(new QComboBox(page))
    , m_connections(new Checklist(tr("Connections"), page))
    , m_whichToolsets(new QComboBox(page))
    , m_toolsets(new Checklist(tr("Toolsets"), page))
    , m_rights(new KeyRightsBox(page))
{
    addConnections(form);
    addToolsets(form);
    form.addRow(QString(), m_rights);
    for (auto *choice : {m_whichConnections, m_whichToolsets})
        connect(choice, &QComboBox::currentIndexChanged, this, &KeyScope::refresh);
    connect(m_rights, &KeyRightsBox::resized, this, &KeyScope::resized);
    refresh();
}

void KeyScope::addConnections(QFormLayout &form)
{
    //: Which connections a key may use.
    m_whichConnections->addItem(tr("All, those made later too"));
    m_whichConnections->addItem(tr("Only these"));
    const auto all = m_services.connections.list(m_services.userId);
    for (const auto &connection : all.value_or(QList<connections::Connection>()))
        m_connections->add(connection.id, connection.name);
    m_connections->fitTo(visibleConnections);
    m_whichConnections->setEnabled(m_connections->count() > 0);
    form.addRow(tr("C&onnections:"), m_whichConnections);
    form.addRow(QString(), m_connections);
}

void KeyScope::addToolsets(QFormLayout &form)
{
    //: Which tools a key has.
    m_whichToolsets->addItem(tr("The everyday tools"));
    m_whichToolsets->addItem(tr("The everyday tools and these"));
    m_whichToolsets->addItem(tr("All, those of later versions too"));
    for (const tools::Toolset &toolset : tools::allToolsets()) {
        if (!toolset.comesWithConnection)
            m_toolsets->add(toolset.name, serverText(toolset.title));
    }
    m_toolsets->fitTo(visibleToolsets);
    form.addRow(tr("&Tools:"), m_whichToolsets);
    form.addRow(QString(), m_toolsets);
}

QStringList KeyScope::connectionIds() const
{
    return m_whichConnections->currentIndex() == SomeConnections ? m_connections->checkedNames()
                                                                 : QStringList();
}

QStringList KeyScope::toolsets() const
{
    switch (m_whichToolsets->currentIndex()) {
    case SomeToolsets:
        return m_toolsets->checkedNames();
    case AllToolsets:
        return {tools::everyToolset};
    default:
        return {};
    }
}

tools::KeyRights KeyScope::rights() const
{
    return m_rights->rights();
}

QString KeyScope::problem() const
{
    // No connection at all would mean every one of them.
    const bool isNone = m_whichConnections->currentIndex() == SomeConnections
        && m_connections->checkedNames().isEmpty();
    return isNone ? tr("Tick at least one connection that the key may use.") : QString();
}

void KeyScope::refresh()
{
    m_connections->setVisible(m_whichConnections->currentIndex() == SomeConnections);
    m_toolsets->setVisible(m_whichToolsets->currentIndex() == SomeToolsets);
    Q_EMIT resized();
}

} // namespace fairlead::ui
